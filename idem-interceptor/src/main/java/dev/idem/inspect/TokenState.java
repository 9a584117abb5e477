package dev.idem.inspect;

/** What a one-time token is good for, by the database clock. Immutable, for all threads. */
public enum TokenState {
    /** A call can run by it: it is not used, or the one call that used it certainly failed and may use it again. */
    GOOD,
    /** A call has used it up: it never runs again. */
    USED,
    /** Somebody revoked it before it was used up. */
    REVOKED,
    /** Its time passed before it was used. */
    EXPIRED
}
