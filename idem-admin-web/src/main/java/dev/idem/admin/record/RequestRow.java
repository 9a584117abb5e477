package dev.idem.admin.record;

import dev.idem.RequestOutcome;
import dev.idem.admin.web.Times;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.RequestState;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

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
 * @param run the run it is a part of, "" for none
 * @param waits whether it can be taken back: no node has it, or the one that had it gives no sign of life
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
        String finished,
        String run,
        boolean waits) {

    /** How long a node that is there may need to take a request, before anybody is told that it waits. */
    private static final Duration LONG = Duration.ofMinutes(1);

    static RequestRow of(RequestLine line, Optional<OperationInfo> operation, Times times) {
        return new RequestRow(
                line.id(),
                line.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + (line.edited() ? ", edited" : ""),
                state(line, operation, times),
                style(line),
                line.detail().orElse(""),
                line.reason().orElse(""),
                line.requestedBy(),
                times.at(line.requestedAt()),
                line.finishedAt().map(times::at).orElse(""),
                line.run().map(Object::toString).orElse(""),
                line.state() == RequestState.REQUESTED || abandoned(line, times));
    }

    private static String state(RequestLine line, Optional<OperationInfo> operation, Times times) {
        return switch (line.state()) {
            case PLANNED -> "planned, not due yet";
            case REQUESTED ->
                line.requestedAt().plus(LONG).isBefore(times.now())
                        ? waiting(operation, times)
                        : "requested — no node has taken it yet";
            case RUNNING -> running(line, times);
            case DONE -> line.outcome().map(RequestRow::outcome).orElse("ended, outcome unknown");
        };
    }

    private static String waiting(Optional<OperationInfo> operation, Times times) {
        return operation
                .map(known -> known.silent(times.now())
                        ? "requested — no node has answered for " + known.operation() + " since "
                                + times.at(known.lastSeenAt())
                        : "requested — nodes that run it are there, none has taken it yet")
                .orElse("requested — no node has ever answered for this operation");
    }

    private static String running(RequestLine line, Times times) {
        String node = line.node().orElse("unknown");
        return abandoned(line, times)
                ? "begun on node " + node + ", which gave no sign of life until "
                        + line.leaseUntil().map(times::at).orElse("now") + " — the next node takes it over"
                : "running on node " + node;
    }

    private static boolean abandoned(RequestLine line, Times times) {
        return line.state() == RequestState.RUNNING
                && line.leaseUntil()
                        .filter(until -> until.isBefore(times.now()))
                        .isPresent();
    }

    private static String outcome(RequestOutcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> "succeeded";
            case DEDUPLICATED -> "deduplicated — it was completed before, nothing ran";
            case FAILED -> "failed again — it is still parked";
            case REFUSED -> "refused by the application";
            case SKIPPED -> "skipped — the record changed meanwhile, nothing ran";
            case NOT_REPLAYABLE -> "not possible for this operation";
            case CANCELLED -> "cancelled — an operator took it back";
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
                    case SKIPPED, CANCELLED, NOT_HAPPENED, UNKNOWN -> "warn";
                })
                .orElse("busy");
    }
}
