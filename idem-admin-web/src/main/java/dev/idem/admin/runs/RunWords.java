package dev.idem.admin.runs;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.inspect.RunItem;
import dev.idem.inspect.RunState;

/** Runs and their items in words. */
public final class RunWords {

    private RunWords() {}

    static String kind(RequestKind kind) {
        return switch (kind) {
            case DRY_RUN -> "Dry run";
            case DISMISS -> "Dismiss";
            default -> "Replay";
        };
    }

    static Badge state(RunState state) {
        return switch (state) {
            case DRAFT -> new Badge("not started", "calm");
            case RUNNING -> new Badge("running", "busy");
            case PAUSED -> new Badge("paused", "warn");
            case STOPPED -> new Badge("stopped by its rule", "bad");
            case CANCELLING -> new Badge("cancelling", "warn");
            case CANCELLED -> new Badge("cancelled", "calm");
            case DONE -> new Badge("done", "good");
        };
    }

    /** What was only asked for is never said to be done. */
    static Badge item(RequestKind kind, RunItem item) {
        return switch (item.state()) {
            case PLANNED -> new Badge("planned", "calm");
            case REQUESTED -> new Badge("due, no node has it yet", "busy");
            case RUNNING -> new Badge("running", "busy");
            case DONE -> item.outcome().map(outcome -> outcome(kind, outcome)).orElse(new Badge("ended", "warn"));
        };
    }

    private static Badge outcome(RequestKind kind, RequestOutcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> new Badge(succeeded(kind), "good");
            case DEDUPLICATED -> new Badge(kind == RequestKind.DRY_RUN ? "would run nothing" : "deduplicated", "good");
            case FAILED -> new Badge("failed again", "bad");
            case REFUSED -> new Badge(kind == RequestKind.DRY_RUN ? "would be refused" : "refused", "bad");
            case NOT_REPLAYABLE -> new Badge("not replayable", "bad");
            case UNKNOWN -> new Badge("outcome unknown", "bad");
            case SKIPPED -> new Badge("skipped", "warn");
            case CANCELLED -> new Badge("cancelled", "warn");
            case HAPPENED, NOT_HAPPENED -> new Badge("answered", "calm");
        };
    }

    private static String succeeded(RequestKind kind) {
        return switch (kind) {
            case DRY_RUN -> "would run";
            case DISMISS -> "dismissed";
            default -> "succeeded";
        };
    }

    /** A state. */
    public record Badge(String label, String style) {}
}
