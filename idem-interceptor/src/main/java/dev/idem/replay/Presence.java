package dev.idem.replay;

import dev.idem.engine.BackgroundWork;
import dev.idem.engine.Deployment;
import dev.idem.engine.OperationCatalogue;
import dev.idem.engine.ReplayTargets;
import dev.idem.inspect.OperationInfo;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Notes again and again that this node runs its operations, so that operators see whether anybody is there. */
@ApplicationScoped
class Presence implements BackgroundWork {

    private static final Logger LOG = System.getLogger(Presence.class.getName());

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService executor;

    @Inject
    OperationCatalogue catalogue;

    @Inject
    OwnTransaction transaction;

    @Inject
    Deployment deployment;

    @Inject
    ReplayTargets targets;

    private final List<Future<?>> ticks = new CopyOnWriteArrayList<>();

    @Override
    public void start() {
        long pause = OperationInfo.SIGN_OF_LIFE.toMillis();
        if (!targets.operations().isEmpty()) {
            ticks.add(scheduler.scheduleWithFixedDelay(this::tick, pause, pause, TimeUnit.MILLISECONDS));
        }
    }

    @Override
    public void stop() {
        ticks.forEach(tick -> tick.cancel(false));
    }

    /** Never throws: a scheduled task that did would not run again. */
    private void tick() {
        try {
            executor.execute(this::note);
        } catch (RuntimeException rejected) {
            LOG.log(Level.DEBUG, "no thread for a sign of life", rejected);
        }
    }

    private void note() {
        Set<String> operations = targets.operations();
        try {
            transaction.commit(() -> catalogue.seen(deployment.application(), operations));
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "a sign of life could not be written; the next one is soon", failure);
        }
    }
}
