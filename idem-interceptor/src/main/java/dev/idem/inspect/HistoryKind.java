package dev.idem.inspect;

/** What is counted over time. */
public enum HistoryKind {
    /** Calls whose body ran and committed. */
    RAN,
    /** Duplicates that were answered from the record or rejected: without Idem, each would have been a second effect. */
    DUPLICATE,
    /** Calls whose key was used before with other arguments. */
    CONFLICT,
    /** Calls that failed. */
    FAILED,
    /** Calls that were turned away for another reason: refused, in progress, parked, without a usable key. */
    TURNED_AWAY,
    /** Calls that were parked. */
    PARKED,
    /** Replays that did what was asked for. */
    REPLAYED,
    /** Replays that did not. */
    REPLAY_FAILED,
    /** Rows that the purge deleted. */
    PURGED,
    /** Batches of the purge that failed, and were tried again. */
    PURGE_FAILED
}
