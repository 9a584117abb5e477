package dev.idem.inspect;

/** The state of a record as an operator sees it: as stored, or {@link #EXPIRED}. */
public enum KeyState {
    /** An external effect is running. */
    IN_PROGRESS,
    /** The effect is there, the result is stored. */
    COMPLETED,
    /** A deterministic refusal is stored. */
    REFUSED,
    /** The next call runs. */
    FAILED,
    /** Failed too often: parked until an operator decides. */
    POISON,
    /** Whether the external effect happened is unknown; an operator decides. */
    OUTCOME_UNKNOWN,
    /** An operator decided that it never runs; may be restored. */
    DISMISSED,
    /** Finished, and its time has passed by the database clock: the key is as new. */
    EXPIRED
}
