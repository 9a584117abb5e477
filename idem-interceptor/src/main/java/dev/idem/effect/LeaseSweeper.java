package dev.idem.effect;

import dev.idem.engine.BackgroundWork;
import dev.idem.engine.Deployment;
import dev.idem.engine.EffectStore;
import dev.idem.engine.EngineListener;
import dev.idem.engine.LostLeases;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks on every node for effects whose lease is over, whichever node ran them. */
@ApplicationScoped
class LeaseSweeper implements BackgroundWork {

    static final String SWEEP = "idem.external.sweep";

    private static final Logger LOG = System.getLogger(LeaseSweeper.class.getName());
    private static final Duration SHORTEST = Duration.ofMillis(10);

    /** How many are moved in one transaction. */
    private static final int BATCH = 100;

    @Inject
    EffectStore store;

    @Inject
    Transactions transactions;

    @Inject
    EngineListener listener;

    @Inject
    Deployment deployment;

    @Inject
    Ticks ticks;

    @Inject
    @ConfigProperty(name = SWEEP, defaultValue = "PT10S")
    Duration sweep;

    private final AtomicBoolean complained = new AtomicBoolean();
    private volatile boolean stopped;

    @Override
    public void start() {
        if (sweep.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(SWEEP + " must be " + SHORTEST + " or more, was " + sweep);
        }
        LostLeases lost = new LostLeases(store, transactions, listener);
        ticks.start(sweep, () -> sweep(lost));
    }

    @Override
    public void stop() {
        stopped = true;
        ticks.stop();
    }

    private void sweep(LostLeases lost) {
        try {
            int moved;
            do {
                moved = lost.sweep(deployment.application(), BATCH);
                complained.set(false);
            } while (moved == BATCH && !stopped);
        } catch (StoreFailure failure) {
            Level level = complained.getAndSet(true) ? Level.DEBUG : Level.WARNING;
            LOG.log(level, "IDEM-0215 lost leases cannot be looked for now; they are found later", failure);
        }
    }
}
