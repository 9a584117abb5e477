package dev.idem;

/**
 * The idempotent call that is running in this thread. Inject it to pass the key on to a far end that is idempotent too,
 * such as a payment provider. One instance serves all threads; each sees its own innermost call.
 */
public interface CurrentOperation {

    /**
     * Tells whether an idempotent call is running in this thread.
     *
     * @return true inside the body of an {@link IdempotentOperation}
     */
    boolean isActive();

    /**
     * The operation's name, as in {@link IdempotentOperation#name()}.
     *
     * @return the name, without the application
     * @throws IllegalStateException outside an idempotent call
     */
    String operation();

    /**
     * The whole key of the call, 1 to 255 characters.
     *
     * @return the key as the caller gave it, or the digest of its token ({@link KeyType#TOKEN})
     * @throws IllegalStateException outside an idempotent call
     */
    String key();

    /**
     * Which attempt this is: 1 for the first. Counts the failed attempts kept for this key that have not expired; costs
     * one statement when asked for the first time in an attempt.
     *
     * @return the number of this attempt, 1 or more
     * @throws IllegalStateException outside an idempotent call
     */
    int attempt();

    /**
     * Tells whether an operator asked for this run.
     *
     * @return true for a replay
     * @throws IllegalStateException outside an idempotent call
     */
    boolean isReplay();
}
