package dev.idem.outbox;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Growing delays with jitter: each about twice as long as the one before, up to a longest one.
 *
 * @param first the first one, without jitter
 * @param longest the longest one, without jitter
 * @param random from 0 to 1; the delay is cut by up to a half of it
 */
record Delays(Duration first, Duration longest, DoubleSupplier random) {

    /** More doublings than any longest delay needs. */
    private static final int DOUBLINGS = 30;

    /**
     * The delay after a number of failures.
     *
     * @param failures 1 or more
     */
    Duration after(int failures) {
        long grown = first.toMillis() << Math.min(failures - 1, DOUBLINGS);
        long full = Math.min(grown, longest.toMillis());
        return Duration.ofMillis((long) (full * (1 - random.getAsDouble() / 2)));
    }
}
