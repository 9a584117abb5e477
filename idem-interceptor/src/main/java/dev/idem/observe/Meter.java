package dev.idem.observe;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything that is measured. Names and tags are for ever: dashboards and alerts of others use them. */
enum Meter {
    CALLS(Kind.COUNTER, false, "Calls of idempotent operations by how they ended", "operation", "outcome"),
    WAIT(Kind.TIMER, true, "Time from a call to the start of its body, or to its answer without one", "operation"),
    BODY(Kind.TIMER, true, "Time in the bodies of idempotent operations", "operation"),
    PARKED(Kind.COUNTER, false, "Calls that this node parked, as poison or as unknown", "operation"),
    REPLAYS(Kind.COUNTER, false, "Replays that this node carried out by how they ended", "operation", "outcome"),
    POISON(Kind.GAUGE, false, "Calls that are parked as poison"),
    POISON_OLDEST_AGE(Kind.GAUGE, true, "How long the oldest of them has been parked"),
    OUTCOME_UNKNOWN(Kind.GAUGE, false, "Calls of which nobody knows whether they had their effect"),
    OUTCOME_UNKNOWN_OLDEST_AGE(Kind.GAUGE, true, "How long the oldest of them has waited for a decision"),
    OUTBOX_WAITING(Kind.GAUGE, false, "Messages of the outbox that wait to be sent"),
    OUTBOX_LAG(Kind.GAUGE, true, "How long a message of the outbox has been due"),
    OUTBOX_PARKED(Kind.GAUGE, false, "Messages of the outbox that are parked as poison"),
    PURGE_LAG(Kind.GAUGE, true, "For how long the oldest row that may be deleted has been waiting"),
    PURGE_FAILURES(Kind.GAUGE, false, "Batches of the purge that failed in a row on this node");

    /** The tag that every one of them has. */
    static final String APPLICATION = "application";

    private final Kind kind;
    private final boolean seconds;
    private final String description;
    private final List<String> tags;

    Meter(Kind kind, boolean seconds, String description, String... tags) {
        this.kind = kind;
        this.seconds = seconds;
        this.description = description;
        this.tags = Stream.concat(Stream.of(APPLICATION), Stream.of(tags)).toList();
    }

    /** The name under which it is registered; a server prints the unit and {@code _total} behind it. */
    String registered() {
        return "idem_" + name().toLowerCase(Locale.ROOT);
    }

    Kind kind() {
        return kind;
    }

    /** Whether it is measured in seconds; else it is a number. */
    boolean seconds() {
        return seconds;
    }

    String description() {
        return description;
    }

    List<String> tags() {
        return tags;
    }

    /** The names of its series, as servers print them. */
    List<String> printed() {
        String name = registered() + (seconds ? "_seconds" : "");
        return switch (kind) {
            case COUNTER -> List.of(name + "_total");
            case GAUGE -> List.of(name);
            case TIMER -> List.of(name, name + "_count", name + "_sum", name + "_max");
        };
    }

    /** What kind of a metric it is. */
    enum Kind {
        COUNTER,
        GAUGE,
        TIMER
    }
}
