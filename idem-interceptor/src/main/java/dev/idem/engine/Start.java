package dev.idem.engine;

/** The answer of the store to a call that wants to have its external effect. */
public sealed interface Start {

    /**
     * The record is ours once this transaction commits: then run.
     *
     * @param lease what the run holds
     * @param failedBefore whether it is the record of this very call, which certainly failed before
     */
    record Started(Lease lease, boolean failedBefore) implements Start {}

    /** A committed record is there. */
    record Found(StoredRecord stored) implements Start {}

    /** Another transaction holds the key, or the isolation level hides what it wrote. */
    record Busy() implements Start {}
}
