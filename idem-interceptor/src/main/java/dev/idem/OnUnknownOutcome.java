package dev.idem;

/** What happens after an external effect whose outcome nobody knows. */
public enum OnUnknownOutcome {
    /** The record waits for a person's decision. */
    PARK,
    /** The next call runs again: the far end is known to be idempotent itself. */
    RUN_AGAIN
}
