package dev.idem.engine;

/**
 * Port: gets told what the engine did, after it was committed. Implementations serve many threads at once and never
 * throw.
 */
public interface EngineListener {

    /** A body ran and its transaction committed. */
    void completed(RecordKey key);

    /** A body refused its call, and that was stored. */
    void refused(RecordKey key);

    /** A call was answered from its record. */
    void answered(RecordKey key);

    /** A call got the stored refusal of an earlier one. */
    default void refusedAgain(RecordKey key) {
        answered(key);
    }

    /** A body returned, but failed: what it did was rolled back, or the stage it returned failed. */
    default void rolledBack(RecordKey key) {}

    /** The stage that a call returned refused it. */
    default void refusedLater(RecordKey key) {}

    /** A failed attempt was kept. */
    void failed(FailedAttempt attempt);

    /** A call was parked. */
    void parked(RecordKey key, int failures);
}
