package dev.idem.admin.runs;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.inspect.RunItem;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunState;
import java.time.Duration;

/** Runs and their items in words. */
public final class RunWords {

    private RunWords() {}

    static String kind(RequestKind kind) {
        return switch (kind) {
            case DRY_RUN -> "Dry run";
            case DISMISS -> "Dismiss";
            case EXPIRE -> "Expire";
            case EXTEND -> "Extend";
            default -> "Replay";
        };
    }

    /** What becomes of each record. */
    static String promise(RequestKind kind) {
        return switch (kind) {
            case DISMISS -> "None of them will run. They can be restored one by one, from the list of dismissed calls.";
            case EXPIRE ->
                "Their protection ends: the next call with such a key is new and has its effect again. What changed since"
                        + " is skipped.";
            case EXTEND ->
                "A duplicate gets the stored answer for longer; no key is protected for less than it would be anyway. What"
                        + " changed since is skipped.";
            default ->
                "Each runs once more under its own key, in its own transaction: what is done already is not done again."
                        + " What changed since is skipped.";
        };
    }

    /** What a run works on. */
    static String things(RequestKind kind) {
        return RunPlan.ofKeys(kind) ? "keys" : "calls";
    }

    /** For how long keys are protected, "" if that is not asked. */
    static String protection(RunLine run) {
        return run.protection()
                .map(time -> time.equals(Duration.ofDays(time.toDays()))
                        ? time.toDays() + (time.toDays() == 1 ? " day" : " days")
                        : time.toString())
                .orElse("");
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
            case EXPIRE -> "expired";
            case EXTEND -> "protected for longer";
            default -> "succeeded";
        };
    }

    /** A state. */
    public record Badge(String label, String style) {}
}
