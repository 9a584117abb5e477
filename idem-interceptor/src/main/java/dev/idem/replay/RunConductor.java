package dev.idem.replay;

import dev.idem.engine.BackgroundWork;
import dev.idem.engine.RunQueue;
import dev.idem.engine.RunWork;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets the items of runs begin, step by step. Every node does, the console's too, and needs to know of no other: the step of a
 * run is a transaction that holds it, and all that a step depends on is in the database.
 */
@ApplicationScoped
class RunConductor implements BackgroundWork {

    private static final Logger LOG = System.getLogger(RunConductor.class.getName());

    /** How late a look may come. */
    private static final Duration REACTION = Duration.ofSeconds(1);

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService executor;

    @Inject
    RunQueue queue;

    @Inject
    OwnTransaction transaction;

    @Inject
    ReplaySettings settings;

    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean complained = new AtomicBoolean();
    private volatile @Nullable Future<?> ticks;

    @Override
    public void start() {
        long pause = settings.poll().toMillis();
        ticks = scheduler.scheduleWithFixedDelay(this::startThread, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        Future<?> running = ticks;
        if (running != null) {
            running.cancel(false);
        }
    }

    @Override
    public boolean withoutOperations() {
        return true;
    }

    /** Never throws: a scheduled task that did would not run again. */
    private void startThread() {
        if (!working.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::lookAtAll);
        } catch (RuntimeException rejected) {
            working.set(false);
            complain(rejected);
        }
    }

    void lookAtAll() {
        try {
            boolean well = done(() -> transaction.commit(this::dropDraft));
            for (long run : transaction.read(queue::active)) {
                well &= done(() -> transaction.commit(() -> step(run)));
            }
            if (well) {
                complained.set(false);
            }
        } catch (RuntimeException | Error failure) {
            complain(failure);
        } finally {
            working.set(false);
        }
    }

    /** What fails here holds no other run up. */
    private boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | Error failure) {
            complain(failure);
            return false;
        }
    }

    private boolean dropDraft() {
        queue.dropDraft();
        return true;
    }

    private Optional<RunWork> step(long id) {
        Optional<RunWork> locked = queue.lock(id);
        locked.ifPresent(run -> {
            RunStep step = RunStep.of(run, settings.poll().plus(REACTION));
            if (step instanceof RunStep.Begin begin) {
                queue.begin(run, begin.times(), begin.next());
            } else if (step instanceof RunStep.Stop stop) {
                queue.stop(run, stop.because());
            } else if (step instanceof RunStep.Withdraw) {
                queue.withdraw(run);
            } else if (step instanceof RunStep.Finish) {
                queue.finish(run);
            }
        });
        return locked;
    }

    private void complain(Throwable failure) {
        Level level = complained.getAndSet(true) ? Level.DEBUG : Level.WARNING;
        LOG.log(level, "IDEM-0604 operators' runs cannot go on now; they wait", failure);
    }
}
