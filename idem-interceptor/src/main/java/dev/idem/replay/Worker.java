package dev.idem.replay;

import dev.idem.engine.BackgroundWork;
import dev.idem.engine.Deployment;
import dev.idem.engine.ReplayTargets;
import dev.idem.engine.RequestWork;
import dev.idem.engine.WorkQueue;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks for what operators asked of this application's operations, and has it carried out. A server's scheduler may have
 * one thread only, which also renews the claims: it starts work and never does any.
 */
@ApplicationScoped
class Worker implements BackgroundWork {

    private static final Logger LOG = System.getLogger(Worker.class.getName());
    private static final int LONGEST_OWNER = 255;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService executor;

    @Inject
    WorkQueue queue;

    @Inject
    OwnTransaction transaction;

    @Inject
    Deployment deployment;

    @Inject
    ReplayTargets targets;

    @Inject
    RequestRunner runner;

    @Inject
    ReplaySettings settings;

    private final List<Future<?>> ticks = new CopyOnWriteArrayList<>();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicBoolean complained = new AtomicBoolean();
    private volatile boolean stopped;

    @Override
    public void start() {
        if (targets.operations().isEmpty()) {
            return;
        }
        long pause = settings.poll().toMillis();
        ticks.add(scheduler.scheduleWithFixedDelay(this::startThread, pause, pause, TimeUnit.MILLISECONDS));
    }

    @Override
    public void stop() {
        stopped = true;
        ticks.forEach(tick -> tick.cancel(false));
    }

    /** Never throws: a scheduled task that did would not run again. */
    private void startThread() {
        if (working.incrementAndGet() > settings.threads()) {
            working.decrementAndGet();
            return;
        }
        try {
            executor.execute(this::workOff);
        } catch (RuntimeException rejected) {
            working.decrementAndGet();
            complain(rejected);
        }
    }

    /** Everything there is to do. */
    private void workOff() {
        try {
            while (!stopped && one()) {
                complained.set(false);
            }
        } catch (RuntimeException | Error failure) {
            complain(failure);
        } finally {
            working.decrementAndGet();
        }
    }

    private void complain(Throwable failure) {
        Level level = complained.getAndSet(true) ? Level.DEBUG : Level.WARNING;
        LOG.log(level, "IDEM-0601 operators' requests cannot be carried out now; they wait", failure);
    }

    private boolean one() {
        Optional<RequestWork> claimed = transaction.commit(
                () -> queue.claim(deployment.application(), targets.operations(), owner(), settings.lease()));
        claimed.ifPresent(this::carryOut);
        return claimed.isPresent();
    }

    private void carryOut(RequestWork work) {
        try (Heartbeat heartbeat = new Heartbeat(scheduler, transaction, queue, work, settings.lease())) {
            runner.run(work);
        }
    }

    private static String owner() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        return name.length() <= LONGEST_OWNER ? name : name.substring(0, LONGEST_OWNER);
    }
}
