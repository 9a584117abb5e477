package dev.idem.engine;

import java.time.Duration;

/** Has a transaction begun anew when something else than its key held it up: that passes, and is no call to wait for. */
final class HeldUpRetry {

    /** As long as the database may take to answer. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private HeldUpRetry() {}

    /** Makes attempts until one is not held up, with growing pauses between them. */
    static <T, X extends Exception> T run(Attempt<T, X> attempt) throws X {
        try {
            return attempt.once();
        } catch (StoreHeldUp first) {
            return again(attempt, first);
        }
    }

    private static <T, X extends Exception> T again(Attempt<T, X> attempt, StoreHeldUp first) throws X {
        Backoff backoff = new Backoff(LONGEST, System::nanoTime, Backoff.Sleep.REAL);
        StoreHeldUp last = first;
        while (backoff.pause()) {
            try {
                return attempt.once();
            } catch (StoreHeldUp again) {
                last = again;
            }
        }
        throw last;
    }

    /** Begins a transaction, and has rolled it back when it is held up. */
    @FunctionalInterface
    interface Attempt<T, X extends Exception> {
        T once() throws X;
    }
}
