package dev.idem.engine;

import java.util.Set;
import java.util.function.Consumer;

/** Port: the transaction of the current thread. Implementations serve many threads at once. */
public interface Transactions {

    /** Tells whether a transaction is running, in whatever state. */
    boolean active();

    /** Tells whether the running transaction can only be rolled back. */
    boolean rollbackOnly();

    /**
     * Begins a transaction; there must be none.
     *
     * @throws StoreFailure if the container begins none
     */
    void begin();

    /**
     * Commits the running transaction.
     *
     * @throws CommitFailure if it did not commit, or nobody knows whether it did
     */
    void commit() throws CommitFailure;

    /** Rolls the running transaction back. Never throws: a transaction that cannot be rolled back is not committed. */
    void rollback();

    void markRollbackOnly();

    /**
     * Has a listener told how the running transaction ended. It runs in the completing thread, before the caller gets its
     * answer, and must not use the database there.
     *
     * @param committed gets true after a commit
     */
    void afterCompletion(Consumer<Boolean> committed);

    /** The hashes of the keys whose bodies are running in this transaction; the set lives as long as it. */
    Set<Digest> running();

    /** Runs a task soon, in a thread of the container and outside this transaction. */
    void later(Runnable task);

    /** The transaction did not commit, or the answer was lost. */
    final class CommitFailure extends Exception {

        private static final long serialVersionUID = 1L;

        public CommitFailure(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
