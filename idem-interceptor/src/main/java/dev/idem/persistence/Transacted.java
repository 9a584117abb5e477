package dev.idem.persistence;

import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import dev.idem.engine.Transactions.CommitFailure;
import dev.idem.inspect.StoreUnreachableException;
import java.util.Objects;
import java.util.function.Supplier;

/** Runs what works on the database in a transaction. As safe for many threads as {@link Transactions} is. */
final class Transacted {

    private final Transactions transactions;

    Transacted(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Runs it in the running transaction. */
    void inside(Runnable work) {
        if (!transactions.active()) {
            throw new IllegalStateException(
                    "this needs a running transaction: begin one, so that both commit or neither");
        }
        work.run();
    }

    /** Runs it in the running transaction, or in one of its own. */
    <T> T wherever(Supplier<T> work) {
        return transactions.active() ? reached(work) : apart(work);
    }

    /** Runs it in a transaction of its own; none may be running. */
    <T> T apart(Supplier<T> work) {
        if (transactions.active()) {
            throw new IllegalStateException("this needs a transaction of its own: there is one running");
        }
        return reached(() -> committed(work));
    }

    private <T> T committed(Supplier<T> work) {
        transactions.begin();
        try {
            T result = work.get();
            transactions.commit();
            return result;
        } catch (CommitFailure failure) {
            throw new StoreFailure("the database did not commit: see the cause, retry later", failure);
        } finally {
            transactions.rollback();
        }
    }

    private static <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreFailure failure) {
            throw new StoreUnreachableException(
                    Objects.requireNonNullElse(failure.getMessage(), "the store failed"), failure);
        }
    }
}
