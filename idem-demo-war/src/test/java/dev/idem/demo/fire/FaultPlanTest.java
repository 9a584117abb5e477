package dev.idem.demo.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void sameSeedGivesTheSamePlan() {
        assertThat(FaultPlan.drawn(7, LONG)).isEqualTo(FaultPlan.drawn(7, LONG));
    }

    @Test
    void anotherSeedGivesAnotherPlan() {
        assertThat(FaultPlan.drawn(7, LONG)).isNotEqualTo(FaultPlan.drawn(8, LONG));
    }

    @Test
    void planHasEveryKindThatCanBePlanned() {
        assertThat(FaultPlan.drawn(7, LONG).faults())
                .extracting(PlannedFault::kind)
                .containsAll(Arrays.stream(FaultKind.values())
                        .filter(FaultKind::isPlanned)
                        .toList())
                .doesNotContain(FaultKind.ERROR_THROWN, FaultKind.CLOCK_OFF);
    }

    @Test
    void oneOfEightFaultsEndsANode() {
        List<PlannedFault> faults = FaultPlan.drawn(7, LONG).faults();

        assertThat(faults.stream().filter(fault -> fault.kind().kills())).hasSize(faults.size() / 8);
    }

    @Test
    void planIsLongerThanARun() {
        assertThat(FaultPlan.drawn(7, LONG).faults()).hasSizeGreaterThan(600);
    }
}
