package dev.idem.inspect;

/** What an {@link Operator} may be allowed to do; {@link Role} says who may. */
public enum Permission {
    /** See records, arguments, attempts and requests. */
    VIEW,
    /** Ask for a replay, a dry run or a probe. */
    REPLAY,
    /** Replay with other arguments. */
    EDIT,
    /** Dismiss a parked call and restore it. */
    DISMISS,
    /** Write down who sees to a cause, and what is known of it. */
    ANNOTATE,
    /** Complete a parked call by hand. */
    CONFIRM_DONE,
    /** Free a parked call, so that the next delivery runs it. */
    RELEASE,
    /** Change when the protection of a finished key ends. */
    EXPIRE,
    /** See what is masked, each time with a reason. */
    REVEAL,
    /** Delete for good. */
    PURGE,
    /** Revoke tokens. */
    REVOKE,
    /** Create, disable and unlock users of the console. */
    ADMINISTER_USERS,
    /** Send a test message to the receiver of alerts. */
    TEST_ALERTS,
    /** Read and verify the audit trail. */
    VIEW_AUDIT
}
