package dev.idem.engine;

/**
 * Port: what a call must hand in before its body runs, beside its key. Implementations serve many threads at once.
 *
 * <p>It is asked exactly when a record becomes the call's: in the transaction that claims the record, which it rolls back by
 * an exception. Whoever finds a record that binds is not asked.
 */
@FunctionalInterface
public interface Admission {

    /** Asks for nothing. */
    Admission OPEN = (call, failedBefore) -> {};

    /**
     * Lets a call run.
     *
     * @param call the call, whose record has just been claimed in the running transaction
     * @param failedBefore whether the record was one that certainly failed: what was handed in for it counts again
     * @throws dev.idem.IdempotencyException if it may not run
     * @throws StoreFailure if the store does not answer
     */
    void admit(Call call, boolean failedBefore);

    /** Hears that a call was answered from its record. Uses no database and never throws. */
    default void late(Call call) {}
}
