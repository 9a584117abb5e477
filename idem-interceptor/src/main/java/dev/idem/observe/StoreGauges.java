package dev.idem.observe;

import dev.idem.engine.BackgroundWork;
import dev.idem.engine.Deployment;
import dev.idem.engine.PurgeStatus;
import dev.idem.engine.StoreFigures.Figures;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Shows in MicroProfile Metrics what waits in the store, and how the purge keeps up. */
@Singleton
final class StoreGauges implements BackgroundWork {

    private static final Logger LOG = System.getLogger(StoreGauges.class.getName());

    private final Instance<MetricRegistry> registries;
    private final Deployment deployment;
    private final StoreSight store;
    private final PurgeStatus purge;
    private Optional<Meters> meters = Optional.empty();

    @Inject
    StoreGauges(Instance<MetricRegistry> registries, Deployment deployment, StoreSight store, PurgeStatus purge) {
        this.registries = registries;
        this.deployment = deployment;
        this.store = store;
        this.purge = purge;
    }

    @Override
    public void start() {
        if (registries.isResolvable()) {
            Meters ours = new Meters(registries.get(), deployment.application());
            meters = Optional.of(ours);
            try {
                register(ours);
            } catch (RuntimeException taken) {
                LOG.log(Level.WARNING, "IDEM-0901 metrics could not be registered; Idem works without", taken);
            }
        }
    }

    private void register(Meters ours) {
        ofStore(ours, Meter.POISON, figures -> figures.poison().number());
        ofStore(
                ours,
                Meter.POISON_OLDEST_AGE,
                figures -> seconds(figures.poison().oldest()));
        ofStore(ours, Meter.OUTCOME_UNKNOWN, figures -> figures.unknown().number());
        ofStore(
                ours,
                Meter.OUTCOME_UNKNOWN_OLDEST_AGE,
                figures -> seconds(figures.unknown().oldest()));
        ofStore(ours, Meter.OUTBOX_WAITING, figures -> figures.outbox().number());
        ofStore(ours, Meter.OUTBOX_LAG, figures -> seconds(figures.outbox().oldest()));
        ofStore(ours, Meter.OUTBOX_PARKED, Figures::parkedMessages);
        ofPurge(ours, Meter.PURGE_LAG, status -> seconds(status.lag()));
        ofPurge(ours, Meter.PURGE_FAILURES, PurgeStatus.Snapshot::failures);
    }

    /** Not a number while the store does not answer. */
    private void ofStore(Meters ours, Meter meter, ToDoubleFunction<Figures> value) {
        ours.gauge(
                meter,
                () -> store.view() instanceof StoreView.Working working
                        ? value.applyAsDouble(working.figures())
                        : Double.NaN);
    }

    /** Not a number on a node that leaves the purge to others. */
    private void ofPurge(Meters ours, Meter meter, ToDoubleFunction<PurgeStatus.Snapshot> value) {
        ours.gauge(meter, () -> {
            PurgeStatus.Snapshot status = purge.snapshot();
            return status.active() ? value.applyAsDouble(status) : Double.NaN;
        });
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }

    @Override
    public void stop() {
        meters.ifPresent(Meters::remove);
    }
}
