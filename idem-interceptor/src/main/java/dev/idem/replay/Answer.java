package dev.idem.replay;

import dev.idem.RequestOutcome;

/** What became of a request that was carried out. */
sealed interface Answer {

    /** It is done; for it the operation ran, or did not. */
    record Done(RequestOutcome outcome, String detail, boolean ran) implements Answer {}

    /** It is done, and the record is still parked although its body ran: it failed. */
    record RanAndFailed(String detail) implements Answer {}

    /** It could not be tried now. */
    record Later(String detail) implements Answer {}

    static Answer done(RequestOutcome outcome, String detail) {
        return new Done(outcome, detail, false);
    }

    static Answer ran(RequestOutcome outcome, String detail) {
        return new Done(outcome, detail, true);
    }
}
