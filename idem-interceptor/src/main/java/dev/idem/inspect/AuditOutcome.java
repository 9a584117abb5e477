package dev.idem.inspect;

/** How an audited action ended. Immutable, for all threads. */
public enum AuditOutcome {
    /** It was asked for and will be done elsewhere; whether it succeeds is not known yet. */
    ACCEPTED,
    /** It was done. */
    SUCCEEDED,
    /** The actor may not do it; nothing was done. */
    DENIED,
    /** It was tried and could not be done, such as a login with a wrong password. */
    FAILED
}
