package dev.idem.bench.app;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** When the callers of a round make their next call. */
interface Beat {

    /**
     * Waits until it is time for a call.
     *
     * @return the time, as {@link System#nanoTime}, that it was due at
     */
    long next();

    /** As soon as the last one is answered. */
    static Beat closed() {
        return System::nanoTime;
    }

    /** So many a second, whether those before are answered or not: a call that starts late has been waiting. */
    static Beat open(double rate) {
        long between = (long) (TimeUnit.SECONDS.toNanos(1) / rate);
        AtomicLong due = new AtomicLong(System.nanoTime());
        return () -> {
            long mine = due.getAndAdd(between);
            for (long left = mine - System.nanoTime(); left > 0; left = mine - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return mine;
        };
    }
}
