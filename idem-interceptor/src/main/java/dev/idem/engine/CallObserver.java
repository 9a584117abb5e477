package dev.idem.engine;

import java.util.Optional;

/**
 * Port: watches calls, for metrics, traces and logs. Every CDI bean of this type is told, in the thread of the call, and
 * must be quick: nothing here waits, and nothing asks the store. What it throws is logged and changes nothing. Used by many
 * threads at once.
 */
public interface CallObserver {

    /** A body begins to run in this thread. */
    default void begins(RunningBody body) {}

    /**
     * A body that began in this thread has ended, whichever way. One inside another ends before it.
     *
     * @param nanos how long it ran
     */
    default void ends(RunningBody body, long nanos) {}

    /**
     * A call has got so far that its body begins, or has got its answer if none runs.
     *
     * @param operation the operation's name
     * @param nanos how long that took: what Idem takes itself, and the wait for another call with the key
     */
    default void waited(String operation, long nanos) {}

    /** A call has ended: told once for each. In a transaction that somebody else ends, as soon as its end is known. */
    default void ended(CallEnd end) {}

    /** Names the trace that this thread works in, 1 to 64 characters; empty if there is none. */
    default Optional<String> traceId() {
        return Optional.empty();
    }

    /**
     * A body that runs.
     *
     * @param operation the operation's name
     * @param maskedKey the masked key
     * @param attempt which attempt of {@code @Retry} it is, 1 for the first or only one
     */
    record RunningBody(String operation, String maskedKey, int attempt) {}

    /**
     * How a call ended.
     *
     * @param operation the operation's name
     * @param maskedKey the masked key, "" if none is known
     * @param outcome how
     */
    record CallEnd(String operation, String maskedKey, CallOutcome outcome) {}
}
