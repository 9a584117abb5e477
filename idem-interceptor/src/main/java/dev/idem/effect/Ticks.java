package dev.idem.effect;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has a task done again and again, by one thread at a time. A server's scheduler may have one thread only: it starts the
 * task and never does it.
 */
@Dependent
class Ticks {

    private static final Logger LOG = System.getLogger(Ticks.class.getName());

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService executor;

    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Future<?> ticks = java.util.concurrent.CompletableFuture.completedFuture("not started");

    void start(Duration pause, Runnable task) {
        long millis = pause.toMillis();
        ticks = scheduler.scheduleWithFixedDelay(() -> tick(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop() {
        ticks.cancel(false);
    }

    /** Never throws: a scheduled task that did would not run again. */
    private void tick(Runnable task) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(() -> work(task));
        } catch (RuntimeException rejected) {
            running.set(false);
            LOG.log(Level.DEBUG, "no thread for the leases of external effects", rejected);
        }
    }

    private void work(Runnable task) {
        try {
            task.run();
        } finally {
            running.set(false);
        }
    }
}
