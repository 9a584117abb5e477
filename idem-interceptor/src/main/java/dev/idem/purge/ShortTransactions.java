package dev.idem.purge;

import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import java.util.Optional;
import java.util.function.Supplier;

/** Work on the store in short transactions of its own; none may be running. As safe for many threads as its parts. */
record ShortTransactions(Transactions transactions) {

    <T> T read(Supplier<T> work) {
        transactions.begin();
        try {
            return work.get();
        } finally {
            transactions.rollback();
        }
    }

    /**
     * Does work and commits it, unless it gives nothing.
     *
     * @throws StoreFailure if it was not done, or nobody knows whether it was
     */
    <T> Optional<T> change(Supplier<Optional<T>> work) {
        transactions.begin();
        try {
            Optional<T> result = work.get();
            if (result.isPresent()) {
                transactions.commit();
            }
            return result;
        } catch (Transactions.CommitFailure failure) {
            throw new StoreFailure("a batch of the purge did not commit: see the cause", failure);
        } finally {
            transactions.rollback();
        }
    }
}
