package dev.idem.inspect;

/** How far a run is. */
public enum RunState {
    /** Frozen and shown to an operator, who has not started it. */
    DRAFT,
    /** Its items begin one after the other. */
    RUNNING,
    /** An operator holds it: no further item begins. */
    PAUSED,
    /** Too many of its items failed: no further item begins until an operator resumes it. */
    STOPPED,
    /** An operator has cancelled it, and items that had begun are not done. */
    CANCELLING,
    /** Cancelled: what had not begun never will. */
    CANCELLED,
    /** Every item is done. */
    DONE;

    /**
     * Tells whether nothing of it goes on.
     *
     * @return true for {@link #DONE} and {@link #CANCELLED}
     */
    public boolean over() {
        return this == DONE || this == CANCELLED;
    }
}
