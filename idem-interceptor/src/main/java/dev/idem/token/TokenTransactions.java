package dev.idem.token;

import dev.idem.StoreUnavailableException;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.function.Supplier;

/** Works on tokens in the running transaction, or in one of its own. */
@ApplicationScoped
class TokenTransactions {

    @Inject
    Transactions transactions;

    /**
     * Runs it.
     *
     * @param what whose tokens, for the message
     * @throws StoreUnavailableException if the store does not answer
     */
    <T> T run(String what, Supplier<T> work) {
        try {
            return transactions.active() ? joined(work) : owned(work);
        } catch (StoreFailure failure) {
            throw unavailable(what, Objects.requireNonNullElse(failure.getMessage(), "the store failed"), failure);
        } catch (Transactions.CommitFailure failure) {
            throw unavailable(what, "the database did not commit: see the cause, retry later", failure);
        }
    }

    /** After a failed statement some databases would commit without it: never let them. */
    private <T> T joined(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            transactions.markRollbackOnly();
            throw failure;
        }
    }

    private <T> T owned(Supplier<T> work) throws Transactions.CommitFailure {
        transactions.begin();
        try {
            T result = work.get();
            transactions.commit();
            return result;
        } finally {
            transactions.rollback();
        }
    }

    private static StoreUnavailableException unavailable(String what, String why, Exception cause) {
        return new StoreUnavailableException(what, "", why, cause);
    }
}
