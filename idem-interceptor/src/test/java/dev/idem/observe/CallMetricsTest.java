package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.idem.OperationParked;
import dev.idem.ReplayFinished;
import dev.idem.RequestOutcome;
import dev.idem.engine.CallObserver.CallEnd;
import dev.idem.engine.CallObserver.RunningBody;
import dev.idem.engine.CallOutcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.metrics.MetricID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallMetricsTest {

    private final RecordingRegistry registry = new RecordingRegistry();
    private final CallMetrics metrics = new CallMetrics(
            new OneInstance<>(registry.registry()), new Shop(), new Deployed("orders.submit", "orders.cancel"));

    @BeforeEach
    void register() {
        metrics.register();
    }

    @Test
    void callsAreCountedByOperationAndOutcome() {
        metrics.ended(new CallEnd("orders.submit", "ab…(9)", CallOutcome.RAN));
        metrics.ended(new CallEnd("orders.submit", "ab…(9)", CallOutcome.DUPLICATE));
        metrics.ended(new CallEnd("orders.submit", "ab…(9)", CallOutcome.DUPLICATE));
        metrics.ended(new CallEnd("orders.cancel", "", CallOutcome.INVALID));

        assertThat(registry.counts(Meter.CALLS))
                .containsExactly(
                        entry("shop/orders.cancel/invalid", 1L),
                        entry("shop/orders.submit/duplicate", 2L),
                        entry("shop/orders.submit/ran", 1L));
    }

    @Test
    void everyOutcomeOfEveryOperationIsThereBeforeItHappens() {
        Set<MetricID> ids = registry.metadata.keySet();

        assertThat(ids.stream().filter(id -> id.getName().equals("idem_calls")))
                .hasSize(2 * CallOutcome.values().length)
                .extracting(id -> id.getTags().get("outcome"))
                .containsAll(Arrays.stream(CallOutcome.values())
                        .map(CallOutcome::text)
                        .toList());
    }

    @Test
    void nothingACallerChoosesBecomesATag() {
        int before = registry.metadata.size();

        metrics.ended(new CallEnd("who.knows", "ab…(9)", CallOutcome.RAN));
        metrics.waited("who.knows", 1);
        metrics.parked(new OperationParked("who.knows", "ab…(9)", 5));

        assertThat(registry.metadata).hasSize(before);
        assertThat(registry.metadata.keySet())
                .flatExtracting(id -> id.getTags().keySet())
                .containsOnly("application", "operation", "outcome");
    }

    @Test
    void waitsAndBodiesAreTimed() {
        metrics.waited("orders.submit", 1_000_000);
        metrics.ends(new RunningBody("orders.submit", "ab…(9)", 1), 2_000_000);

        assertThat(registry.times(Meter.WAIT, "orders.submit")).containsExactly(Duration.ofMillis(1));
        assertThat(registry.times(Meter.BODY, "orders.submit")).containsExactly(Duration.ofMillis(2));
    }

    @Test
    void parkedCallsAndReplaysAreCounted() {
        metrics.parked(new OperationParked("orders.submit", "ab…(9)", 5));
        metrics.replayed(new ReplayFinished("orders.submit", "ab…(9)", 1, RequestOutcome.SUCCEEDED));
        metrics.replayed(new ReplayFinished("orders.submit", "ab…(9)", 2, RequestOutcome.NOT_REPLAYABLE));

        assertThat(registry.counts(Meter.PARKED)).containsExactly(entry("shop/orders.submit", 1L));
        assertThat(registry.counts(Meter.REPLAYS))
                .containsExactly(
                        entry("shop/orders.submit/not_replayable", 1L), entry("shop/orders.submit/succeeded", 1L));
    }

    @Test
    void everyMeterOfCallsIsRegisteredWithItsUnitTagsAndMeaning() {
        registry.assertDescribed(Meter.CALLS, Meter.WAIT, Meter.BODY, Meter.PARKED, Meter.REPLAYS);
    }

    @Test
    void stoppedApplicationLeavesNothingInTheRegistry() {
        metrics.stop();

        assertThat(registry.metadata).isEmpty();
    }

    @Test
    void withoutARegistryNothingIsMeasured() {
        CallMetrics none = new CallMetrics(new OneInstance<>(null), new Shop(), new Deployed("orders.submit"));

        none.register();
        none.ended(new CallEnd("orders.submit", "", CallOutcome.RAN));
        none.stop();

        assertThat(registry.counts(Meter.CALLS)).isEmpty();
    }
}
