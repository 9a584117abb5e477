package dev.idem.persistence;

import dev.idem.engine.Transactions;
import dev.idem.inspect.StoreUnreachableException;
import java.util.function.Supplier;

/**
 * Runs work in transactions of its own, anew when the database had one give way to another transaction: from REPEATABLE READ
 * on it does so for a row that changed since the transaction began. As safe for many threads as its parts.
 */
final class PatientlyTransacted {

    private static final int TIMES = 5;

    private final Database database;
    private final Transacted transacted;

    PatientlyTransacted(Database database, Transactions transactions) {
        this.database = database;
        this.transacted = new Transacted(transactions);
    }

    /** Runs it in a transaction; none may be running. Nothing of a time that gave way is left. */
    <T> T apart(Supplier<T> work) {
        for (int time = 1; true; time++) {
            try {
                return transacted.apart(work);
            } catch (StoreUnreachableException failure) {
                if (time == TIMES || !StoreErrors.gaveWay(failure, database.known())) {
                    throw failure;
                }
            }
        }
    }
}
