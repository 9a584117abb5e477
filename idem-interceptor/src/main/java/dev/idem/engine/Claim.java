package dev.idem.engine;

/** The answer of the store to a call that wants to run. */
public sealed interface Claim {

    /** The record is ours in this transaction: run. */
    record Claimed() implements Claim {}

    /** A committed record is there. */
    record Found(StoredRecord stored) implements Claim {}

    /**
     * Another transaction holds the key, or the isolation level hides what it wrote. On most databases this transaction
     * can only be rolled back now.
     */
    record Busy() implements Claim {}
}
