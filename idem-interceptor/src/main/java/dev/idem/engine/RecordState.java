package dev.idem.engine;

/** The state of a record, as stored. Expiry is a time, not a state. */
public enum RecordState {
    /** Claimed by an external effect that is running. */
    IN_PROGRESS,
    /** The effect is there, the result is stored. */
    COMPLETED,
    /** A deterministic refusal is stored. */
    REFUSED,
    /** The last attempt failed; the next call may run. */
    FAILED,
    /** Failed too often: parked until an operator decides. */
    POISON,
    /** Whether the external effect happened is unknown. */
    OUTCOME_UNKNOWN,
    /** An operator decided that it never runs. */
    DISMISSED;

    /** Tells whether a record in this state is forgotten once its time has come. */
    public boolean expires() {
        return this == COMPLETED || this == REFUSED || this == FAILED;
    }
}
