package dev.idem.outbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Where and how a relay works.
 *
 * @param application whose messages it sends
 * @param relay names it in its claims, unlike every other one
 * @param settings how the outbox works
 * @param nanoClock what time it is, as {@link System#nanoTime}
 * @param random from 0 to 1
 * @param stopping set once it shall end
 */
record Workplace(
        String application,
        String relay,
        OutboxSettings settings,
        LongSupplier nanoClock,
        DoubleSupplier random,
        AtomicBoolean stopping) {

    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** How long a message waits for its next attempt. */
    Delays messageDelays() {
        return new Delays(FIRST_DELAY, LONGEST_DELAY, random);
    }

    Outage outage(String warning, String what) {
        return new Outage(warning, what, new Delays(FIRST_DELAY, LONGEST_PAUSE, random), nanoClock);
    }

    /** Until when messages claimed now are sent; half of the lease is left for the last one, and for pauses of the JVM. */
    long deadline() {
        return nanoClock.getAsLong() + settings.lease().dividedBy(2).toNanos();
    }

    boolean passed(long deadline) {
        return nanoClock.getAsLong() - deadline >= 0;
    }
}
