package dev.idem.replay;

import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Short transactions of the worker's own, around what it reads and writes of requests. */
@ApplicationScoped
class OwnTransaction {

    @Inject
    Transactions transactions;

    <T> T read(Supplier<T> work) {
        transactions.begin();
        try {
            return work.get();
        } finally {
            transactions.rollback();
        }
    }

    <T> T commit(Supplier<T> work) {
        transactions.begin();
        try {
            T result = work.get();
            transactions.commit();
            return result;
        } catch (Transactions.CommitFailure failure) {
            throw new StoreFailure("the database did not commit: see the cause", failure);
        } finally {
            transactions.rollback();
        }
    }

    /** Commits if everything was done, in order; else nothing is. */
    boolean allOrNothing(BooleanSupplier... steps) {
        transactions.begin();
        try {
            for (BooleanSupplier step : steps) {
                if (!step.getAsBoolean()) {
                    return false;
                }
            }
            transactions.commit();
            return true;
        } catch (Transactions.CommitFailure failure) {
            throw new StoreFailure("the database did not commit: see the cause", failure);
        } finally {
            transactions.rollback();
        }
    }
}
