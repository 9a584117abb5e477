package dev.idem.engine;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** The waiting of one call for another: growing pauses with jitter until a deadline. For one thread. */
final class Backoff {

    private static final long FIRST = Duration.ofMillis(2).toNanos();
    private static final long LONGEST = Duration.ofMillis(100).toNanos();

    private final LongSupplier nanoClock;
    private final Sleep sleep;
    private final long deadline;
    private long next = FIRST;

    Backoff(Duration waitFor, LongSupplier nanoClock, Sleep sleep) {
        this.nanoClock = nanoClock;
        this.sleep = sleep;
        this.deadline = nanoClock.getAsLong() + waitFor.toNanos();
    }

    /**
     * Pauses once.
     *
     * @return false, without a pause, when the time is over or the thread is interrupted
     */
    boolean pause() {
        long left = deadline - nanoClock.getAsLong();
        if (left <= 0) {
            return false;
        }
        long jittered = ThreadLocalRandom.current().nextLong(next / 2, next + 1);
        next = Math.min(next * 2, LONGEST);
        try {
            sleep.nanos(Math.min(jittered, left));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How a thread sleeps. */
    @FunctionalInterface
    interface Sleep {

        Sleep REAL = nanos -> Thread.sleep(Duration.ofNanos(nanos).toMillis(), (int) (nanos % 1_000_000));

        void nanos(long nanos) throws InterruptedException;
    }
}
