package dev.idem.admin.alerts;

import dev.idem.admin.web.Query;
import dev.idem.admin.web.Times;
import dev.idem.inspect.Alert;
import java.time.Duration;
import java.time.Instant;

/** Alerts in words, and where to look at them. */
final class AlertText {

    private AlertText() {}

    /** What is the matter, as one sentence without the key of any call. */
    static String of(Alert alert) {
        return switch (alert.rule()) {
            case POISON_COUNT -> alert.figure() == 1 ? "1 call is parked." : alert.figure() + " calls are parked.";
            case POISON_AGE -> "A parked call has waited for " + time(alert.figure()) + ".";
            case UNKNOWN_COUNT ->
                alert.figure() == 1
                        ? "1 call has an unknown outcome."
                        : alert.figure() + " calls have an unknown outcome.";
            case NEW_CAUSE -> "Calls are parked by a new cause, " + alert.figure() + " so far.";
            case PURGE_LAG -> "A finished key is still there " + time(alert.figure()) + " after its time.";
        };
    }

    /** The page of the console that shows more, below the pages' address. */
    static String page(Alert alert) {
        return switch (alert.rule()) {
            case POISON_COUNT, POISON_AGE -> "/poison";
            case UNKNOWN_COUNT -> "/keys?state=OUTCOME_UNKNOWN";
            case NEW_CAUSE ->
                "/poison"
                        + Query.EMPTY
                                .with("application", alert.application().orElse(""))
                                .with("operation", alert.operation().orElse(""))
                                .with("cause", alert.subject())
                                .text();
            case PURGE_LAG -> "/settings/store";
        };
    }

    private static String time(long seconds) {
        return Times.between(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofSeconds(seconds)));
    }
}
