package dev.idem.persistence;

import dev.idem.RequestOutcome;
import dev.idem.inspect.RequestState;
import dev.idem.inspect.RunFigures;
import java.util.Optional;

/** Adds up what has become of items. For one thread. */
final class RunTally {

    private long planned;
    private long waiting;
    private long running;
    private long succeeded;
    private long deduplicated;
    private long failed;
    private long skipped;

    void add(RequestState state, Optional<RequestOutcome> outcome, long number) {
        switch (state) {
            case PLANNED -> planned += number;
            case REQUESTED -> waiting += number;
            case RUNNING -> running += number;
            case DONE -> outcome.ifPresent(known -> add(known, number));
        }
    }

    private void add(RequestOutcome outcome, long number) {
        switch (outcome) {
            case SUCCEEDED, HAPPENED, NOT_HAPPENED -> succeeded += number;
            case DEDUPLICATED -> deduplicated += number;
            case FAILED, REFUSED, NOT_REPLAYABLE, UNKNOWN -> failed += number;
            case SKIPPED, CANCELLED -> skipped += number;
        }
    }

    RunFigures figures() {
        return new RunFigures(planned, waiting, running, succeeded, deduplicated, failed, skipped);
    }
}
