package dev.idem.observe;

import dev.idem.RequestOutcome;
import dev.idem.engine.CallOutcome;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Timer;

/**
 * What is measured of one operation. All of it is registered at once, so that the first event of a kind shows as an
 * increase. Safe for use by many threads at once.
 */
final class OperationMeters {

    private final Map<CallOutcome, Counter> calls = new EnumMap<>(CallOutcome.class);
    private final Map<RequestOutcome, Counter> replays = new EnumMap<>(RequestOutcome.class);
    private final Counter parked;
    private final Timer wait;
    private final Timer body;

    OperationMeters(Meters meters, String operation) {
        for (CallOutcome outcome : CallOutcome.values()) {
            calls.put(outcome, meters.counter(Meter.CALLS, operation, outcome.text()));
        }
        for (RequestOutcome outcome : RequestOutcome.values()) {
            if (endsReplay(outcome)) {
                replays.put(outcome, meters.counter(Meter.REPLAYS, operation, text(outcome)));
            }
        }
        parked = meters.counter(Meter.PARKED, operation);
        wait = meters.timer(Meter.WAIT, operation);
        body = meters.timer(Meter.BODY, operation);
    }

    private static boolean endsReplay(RequestOutcome outcome) {
        return switch (outcome) {
            case SUCCEEDED, DEDUPLICATED, FAILED, REFUSED, SKIPPED, NOT_REPLAYABLE, UNKNOWN -> true;
            case CANCELLED, HAPPENED, NOT_HAPPENED -> false;
        };
    }

    static String text(RequestOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    Counter calls(CallOutcome outcome) {
        return Objects.requireNonNull(calls.get(outcome));
    }

    void replayed(RequestOutcome outcome) {
        Counter counter = replays.get(outcome);
        if (counter != null) {
            counter.inc();
        }
    }

    Counter parked() {
        return parked;
    }

    Timer waits() {
        return wait;
    }

    Timer bodies() {
        return body;
    }
}
