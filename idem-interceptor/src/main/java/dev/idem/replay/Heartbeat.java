package dev.idem.replay;

import dev.idem.engine.RequestWork;
import dev.idem.engine.WorkQueue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Renews a claim while it is worked on. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Heartbeat.class.getName());

    /** How often a claim is renewed within its lease. */
    private static final int TIMES = 3;

    private final Future<?> beats;

    Heartbeat(
            ScheduledExecutorService scheduler,
            OwnTransaction transaction,
            WorkQueue queue,
            RequestWork work,
            Duration lease) {
        long pause = lease.toMillis() / TIMES;
        this.beats = scheduler.scheduleWithFixedDelay(
                () -> renew(transaction, queue, work, lease), pause, pause, TimeUnit.MILLISECONDS);
    }

    /** A renewal that fails is tried again: a scheduled task that threw would not be. */
    private static void renew(OwnTransaction transaction, WorkQueue queue, RequestWork work, Duration lease) {
        try {
            transaction.commit(() -> queue.renew(work, lease));
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "the claim of request " + work.id() + " could not be renewed", failure);
        }
    }

    @Override
    public void close() {
        beats.cancel(false);
    }
}
