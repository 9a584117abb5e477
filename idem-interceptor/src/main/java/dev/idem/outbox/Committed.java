package dev.idem.outbox;

import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import java.util.function.Supplier;

/** Work on the store in short transactions of its own. Safe for use by many threads at once. */
final class Committed {

    private final Transactions transactions;

    Committed(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Does work and commits it. No transaction may be running.
     *
     * @throws StoreFailure if it was not done, or nobody knows whether it was
     */
    <T> T get(Supplier<T> work) {
        transactions.begin();
        try {
            T result = work.get();
            transactions.commit();
            return result;
        } catch (Transactions.CommitFailure failure) {
            throw new StoreFailure("a transaction of the outbox did not commit: see the cause", failure);
        } finally {
            transactions.rollback();
        }
    }
}
