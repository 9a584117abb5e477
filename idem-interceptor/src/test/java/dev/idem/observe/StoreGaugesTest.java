package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.PurgeStatus;
import dev.idem.engine.StoreFigures.Backlog;
import dev.idem.engine.StoreFigures.Figures;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreGaugesTest {

    private static final Figures FIGURES = new Figures(
            new Backlog(3, Duration.ofMinutes(1)),
            new Backlog(2, Duration.ofSeconds(30)),
            new Backlog(7, Duration.ofMillis(1_500)),
            4);

    private final RecordingRegistry registry = new RecordingRegistry();
    private final OneStore store = new OneStore(new StoreView.Working(FIGURES));
    private boolean purges = true;
    private final StoreGauges gauges =
            new StoreGauges(new OneInstance<>(registry.registry()), new Shop(), store, this::status);

    @BeforeEach
    void start() {
        gauges.start();
    }

    @Test
    void gaugesShowWhatWaitsInTheStore() {
        assertThat(registry.gauge(Meter.POISON)).isEqualTo(3);
        assertThat(registry.gauge(Meter.POISON_OLDEST_AGE)).isEqualTo(60);
        assertThat(registry.gauge(Meter.OUTCOME_UNKNOWN)).isEqualTo(2);
        assertThat(registry.gauge(Meter.OUTCOME_UNKNOWN_OLDEST_AGE)).isEqualTo(30);
        assertThat(registry.gauge(Meter.OUTBOX_WAITING)).isEqualTo(7);
        assertThat(registry.gauge(Meter.OUTBOX_LAG)).isEqualTo(1.5);
        assertThat(registry.gauge(Meter.OUTBOX_PARKED)).isEqualTo(4);
    }

    @Test
    void gaugesShowNoNumberWhileTheStoreDoesNotAnswer() {
        store.view = new StoreView.Failing("it does not answer");

        assertThat(registry.gauge(Meter.POISON)).isNaN();
        assertThat(registry.gauge(Meter.OUTBOX_LAG)).isNaN();
        assertThat(registry.gauge(Meter.PURGE_LAG))
                .as("the node knows it by itself")
                .isEqualTo(90);
    }

    @Test
    void gaugesShowHowThePurgeKeepsUp() {
        assertThat(registry.gauge(Meter.PURGE_LAG)).isEqualTo(90);
        assertThat(registry.gauge(Meter.PURGE_FAILURES)).isEqualTo(2);
    }

    @Test
    void nodeThatLeavesThePurgeToOthersShowsNoNumberOfIt() {
        purges = false;

        assertThat(registry.gauge(Meter.PURGE_LAG)).isNaN();
        assertThat(registry.gauge(Meter.PURGE_FAILURES)).isNaN();
    }

    @Test
    void everyGaugeIsRegisteredWithItsUnitTagAndMeaning() {
        registry.assertDescribed(
                Meter.POISON,
                Meter.POISON_OLDEST_AGE,
                Meter.OUTCOME_UNKNOWN,
                Meter.OUTCOME_UNKNOWN_OLDEST_AGE,
                Meter.OUTBOX_WAITING,
                Meter.OUTBOX_LAG,
                Meter.OUTBOX_PARKED,
                Meter.PURGE_LAG,
                Meter.PURGE_FAILURES);
    }

    @Test
    void stoppedApplicationLeavesNoGauge() {
        gauges.stop();

        assertThat(registry.metadata).isEmpty();
    }

    private PurgeStatus.Snapshot status() {
        return new PurgeStatus.Snapshot(purges, 2, 7, Optional.empty(), Duration.ofSeconds(90), Map.of());
    }
}
