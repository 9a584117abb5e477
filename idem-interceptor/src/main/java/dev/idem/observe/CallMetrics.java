package dev.idem.observe;

import dev.idem.OperationParked;
import dev.idem.ReplayFinished;
import dev.idem.engine.BackgroundWork;
import dev.idem.engine.CallObserver;
import dev.idem.engine.Deployment;
import dev.idem.engine.ReplayTargets;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Counts and times calls in MicroProfile Metrics. A tag is the application, a deployed operation or an outcome: never a
 * key, nor anything else a caller chooses.
 */
@Singleton
final class CallMetrics implements CallObserver, BackgroundWork {

    private static final Logger LOG = System.getLogger(CallMetrics.class.getName());

    private final Instance<MetricRegistry> registries;
    private final Deployment deployment;
    private final ReplayTargets targets;
    private Optional<Meters> meters = Optional.empty();
    private Map<String, OperationMeters> operations = Map.of();

    @Inject
    CallMetrics(Instance<MetricRegistry> registries, Deployment deployment, ReplayTargets targets) {
        this.registries = registries;
        this.deployment = deployment;
        this.targets = targets;
    }

    /** Before the first call, also one that comes before the start is over. */
    @PostConstruct
    void register() {
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
        Map<String, OperationMeters> found = new HashMap<>();
        targets.operations().forEach(name -> found.put(name, new OperationMeters(ours, name)));
        operations = found;
    }

    /** Has been done. */
    @Override
    public void start() {}

    @Override
    public void stop() {
        meters.ifPresent(Meters::remove);
    }

    @Override
    public void waited(String operation, long nanos) {
        of(operation).ifPresent(meters -> meters.waits().update(Duration.ofNanos(nanos)));
    }

    @Override
    public void ends(RunningBody body, long nanos) {
        of(body.operation()).ifPresent(meters -> meters.bodies().update(Duration.ofNanos(nanos)));
    }

    @Override
    public void ended(CallEnd end) {
        of(end.operation()).ifPresent(meters -> meters.calls(end.outcome()).inc());
    }

    void parked(@Observes OperationParked event) {
        of(event.operation()).ifPresent(meters -> meters.parked().inc());
    }

    void replayed(@Observes ReplayFinished event) {
        of(event.operation()).ifPresent(meters -> meters.replayed(event.outcome()));
    }

    private Optional<OperationMeters> of(String operation) {
        return Optional.ofNullable(operations.get(operation));
    }
}
