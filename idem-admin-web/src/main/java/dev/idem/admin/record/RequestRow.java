package dev.idem.admin.record;

import dev.idem.RequestOutcome;
import dev.idem.admin.web.Times;
import dev.idem.inspect.RequestLine;
import java.util.Locale;

/**
 * What an operator asked for, on a record's page.
 *
 * @param id its number
 * @param kind what was asked, in words
 * @param state how far it is, in words: what was only asked for is never said to be done
 * @param style the badge's class
 * @param detail more about the outcome, "" for none
 * @param reason why, "" for none
 * @param by who asked
 * @param at when
 * @param finished when it ended, "" if it has not
 */
public record RequestRow(
        long id,
        String kind,
        String state,
        String style,
        String detail,
        String reason,
        String by,
        String at,
        String finished) {

    static RequestRow of(RequestLine line) {
        return new RequestRow(
                line.id(),
                line.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + (line.edited() ? ", edited" : ""),
                state(line),
                style(line),
                line.detail().orElse(""),
                line.reason().orElse(""),
                line.requestedBy(),
                Times.utc(line.requestedAt()),
                line.finishedAt().map(Times::utc).orElse(""));
    }

    private static String state(RequestLine line) {
        return switch (line.state()) {
            case PLANNED -> "planned, not due yet";
            case REQUESTED -> "requested — no node has taken it yet";
            case RUNNING -> "running on node " + line.node().orElse("unknown");
            case DONE -> line.outcome().map(RequestRow::outcome).orElse("ended, outcome unknown");
        };
    }

    private static String outcome(RequestOutcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> "succeeded";
            case DEDUPLICATED -> "deduplicated — it was completed before, nothing ran";
            case FAILED -> "failed again — it is still parked";
            case REFUSED -> "refused by the application";
            case SKIPPED -> "skipped — the record changed meanwhile, nothing ran";
            case NOT_REPLAYABLE -> "not possible for this operation";
            case HAPPENED -> "the effect is there";
            case NOT_HAPPENED -> "the effect is not there";
            case UNKNOWN -> "the application cannot tell";
        };
    }

    private static String style(RequestLine line) {
        return line.outcome()
                .map(outcome -> switch (outcome) {
                    case SUCCEEDED, DEDUPLICATED, HAPPENED -> "good";
                    case FAILED, REFUSED, NOT_REPLAYABLE -> "bad";
                    case SKIPPED, NOT_HAPPENED, UNKNOWN -> "warn";
                })
                .orElse("busy");
    }
}
