package dev.idem.inspect;

/** How far a request is. */
public enum RequestState {
    /** An item of a run that is not due yet. */
    PLANNED,
    /** Waits for a node of the application; nobody has taken it. */
    REQUESTED,
    /** A node has taken it and holds a lease. */
    RUNNING,
    /** Finished; the outcome says how. */
    DONE
}
