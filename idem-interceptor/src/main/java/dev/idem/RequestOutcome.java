package dev.idem;

/** How a request ended. */
public enum RequestOutcome {
    /** Done: the effect is committed, the check passed, the decision is stored. */
    SUCCEEDED,
    /** The call was completed before; nothing ran. */
    DEDUPLICATED,
    /** It ran and failed; the failed attempt is kept, the record is as before. */
    FAILED,
    /**
     * The application refused it: arguments or result that do not fit, or a violated constraint, and the record is as
     * before. Or the operation itself did, by one of {@link IdempotentOperation#storeOn()}: the record is REFUSED then.
     */
    REFUSED,
    /** The record changed meanwhile; nothing ran. */
    SKIPPED,
    /** The operation cannot be called by a worker; the detail says why. */
    NOT_REPLAYABLE,
    /** An operator took the request back before a node had finished it. */
    CANCELLED,
    /** Probe: the effect happened. */
    HAPPENED,
    /** Probe: the effect did not happen. */
    NOT_HAPPENED,
    /**
     * Probe: nobody can tell. Replay of an operation with an external effect: it ran, and whether its effect happened is not
     * known; the record waits for a decision again.
     */
    UNKNOWN
}
