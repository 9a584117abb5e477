package dev.idem.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Something a relay needs and cannot reach: it is left alone for a growing while, warned of once, and its return is told
 * once. For one thread.
 */
final class Outage {

    private static final Logger LOG = System.getLogger(Outage.class.getName());

    private final String warning;
    private final String what;
    private final Delays delays;
    private final LongSupplier nanoClock;
    private int failures;
    private long until;

    /**
     * Creates it, with all well.
     *
     * @param warning the id of the warning, and what it is about
     * @param what what cannot be reached
     * @param delays for how long to leave it alone
     * @param nanoClock what time it is, as {@link System#nanoTime}
     */
    Outage(String warning, String what, Delays delays, LongSupplier nanoClock) {
        this.warning = warning;
        this.what = what;
        this.delays = delays;
        this.nanoClock = nanoClock;
    }

    void began(Throwable failure) {
        failures++;
        Duration pause = delays.after(failures);
        until = nanoClock.getAsLong() + pause.toNanos();
        LOG.log(
                failures == 1 ? Level.WARNING : Level.DEBUG,
                () -> warning + " " + what + " cannot be used; messages wait for it, it is tried again: " + failure,
                failure);
    }

    void isOver() {
        if (failures > 0) {
            LOG.log(Level.INFO, "Idem: {0} can be used again, after {1} failures", what, failures);
            failures = 0;
        }
    }

    /** Whether the last try failed. */
    boolean lasts() {
        return failures > 0;
    }

    /** Whether it is too early for another try. */
    boolean pauses() {
        return lasts() && nanoClock.getAsLong() - until < 0;
    }
}
