package dev.idem.rest;

import dev.idem.engine.Digest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often each caller may do something in a minute, counted from its first time. Remembers a bounded number of callers:
 * beyond that the one whose minute began first is forgotten. Safe for use by many threads at once.
 */
final class RateLimit {

    static final int MOST_CALLERS = 10_000;

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int perMinute;
    private final LongSupplier nanoTime;
    private final Map<Digest, Minute> minutes = new LinkedHashMap<>();

    RateLimit(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
    }

    /** Counts one time, unless it is one too many: then it tells after how many seconds to try again. 0 is go on. */
    synchronized long secondsToWait(Digest caller) {
        long now = nanoTime.getAsLong();
        Minute minute = minutes.get(caller);
        if (minute == null || now - minute.start >= MINUTE) {
            minutes.remove(caller);
            forgetOne();
            minute = new Minute(now);
            minutes.put(caller, minute);
        }
        if (minute.times >= perMinute) {
            long left = MINUTE - (now - minute.start);
            return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(left + TimeUnit.SECONDS.toNanos(1) - 1));
        }
        minute.times++;
        return 0;
    }

    /** The map is in the order in which the minutes began. */
    private void forgetOne() {
        if (minutes.size() >= MOST_CALLERS) {
            minutes.remove(minutes.keySet().iterator().next());
        }
    }

    synchronized int callers() {
        return minutes.size();
    }

    /** Under the limit's monitor. */
    private static final class Minute {

        private final long start;
        private int times;

        Minute(long start) {
            this.start = start;
        }
    }
}
