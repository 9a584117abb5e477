package dev.idem.engine;

/** The answer of the store to a call that wants to have its external effect. */
public sealed interface Start {

    /** The record is ours once this transaction commits: then run. */
    record Started(Lease lease) implements Start {}

    /** A committed record is there. */
    record Found(StoredRecord stored) implements Start {}

    /** Another transaction holds the key, or the isolation level hides what it wrote. */
    record Busy() implements Start {}
}
