package dev.idem.demo.fire;

import java.time.Duration;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * A call that is to be sent.
 *
 * @param call what
 * @param dueNanos when, by {@link System#nanoTime}
 * @param tries how often it was sent without being settled
 */
record Sending(Call call, long dueNanos, int tries) implements Delayed {

    private static final int MOST_TRIES = 6;

    static Sending in(Duration delay, Call call) {
        return new Sending(call, System.nanoTime() + delay.toNanos(), 0);
    }

    boolean mayBeTriedAgain() {
        return tries + 1 < MOST_TRIES;
    }

    /** The same, later. */
    Sending again() {
        long pause = Duration.ofMillis(200L << Math.min(tries, 4)).toNanos();
        return new Sending(call, System.nanoTime() + pause, tries + 1);
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
}
