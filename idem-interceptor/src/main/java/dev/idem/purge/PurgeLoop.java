package dev.idem.purge;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing after the other, with the rest in between that each one asks for. A server's scheduler may have one thread
 * only, which others need: it starts work and never does any. Safe for use by many threads at once.
 */
final class PurgeLoop {

    private static final Logger LOG = System.getLogger(PurgeLoop.class.getName());

    private final Supplier<Duration> work;
    private final ScheduledExecutorService scheduler;
    private final Executor executor;
    private @Nullable Future<?> next;
    private boolean stopped;

    /**
     * Creates it, at rest.
     *
     * @param work never throws; gives how long to rest then
     */
    PurgeLoop(Supplier<Duration> work, ScheduledExecutorService scheduler, Executor executor) {
        this.work = work;
        this.scheduler = scheduler;
        this.executor = executor;
    }

    /** Begins after a rest. */
    synchronized void after(Duration rest) {
        if (!stopped) {
            next = scheduler.schedule(() -> start(rest), rest.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Ends it after what it is doing now. */
    synchronized void stop() {
        stopped = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    /** Without a free thread it rests once more. */
    private void start(Duration rest) {
        try {
            executor.execute(() -> after(work.get()));
        } catch (RejectedExecutionException noThread) {
            LOG.log(Level.DEBUG, "no thread for the purge", noThread);
            after(rest);
        }
    }
}
