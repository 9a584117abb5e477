package dev.idem.model;

/**
 * How the engine is wired: rightly, or with one mistake.
 *
 * @param recordsApart records are written in transactions of their own
 * @param swallowsMarks a lock time-out is swallowed: nothing marks the transaction
 * @param fenced a run ends only its own record
 */
record Wiring(boolean recordsApart, boolean swallowsMarks, boolean fenced) {

    static final Wiring RIGHT = new Wiring(false, false, true);
    static final Wiring RECORDS_APART = new Wiring(true, false, true);
    static final Wiring SWALLOWED_TIME_OUTS = new Wiring(false, true, true);
    static final Wiring NO_FENCING = new Wiring(false, false, false);
}
