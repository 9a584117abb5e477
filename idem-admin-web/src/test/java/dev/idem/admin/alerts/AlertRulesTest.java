package dev.idem.admin.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.inspect.Alert;
import dev.idem.inspect.Alert.Rule;
import dev.idem.inspect.CauseGroup;
import dev.idem.inspect.Count;
import dev.idem.inspect.PurgeLag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");
    private static final String CAUSE = "ab".repeat(32);

    @Test
    void nothingIsToldOfAQuietStore() {
        assertThat(holding(Map.of(), state(0, 0, List.of(), NOW.minusSeconds(60))))
                .isEmpty();
        assertThat(holding(Map.of(), state(99, 0, List.of(), NOW.minusSeconds(60))))
                .isEmpty();
    }

    @Test
    void thresholdsAreReachedByTheirOwnNumber() {
        assertThat(holding(Map.of(), state(100, 1, List.of(), NOW.minus(Duration.ofDays(1)))))
                .containsExactly(
                        Alert.of(Rule.POISON_COUNT, 100, 100),
                        Alert.of(Rule.UNKNOWN_COUNT, 1, 1),
                        Alert.of(Rule.PURGE_LAG, 86_400, 86_400));
    }

    @Test
    void newCauseIsToldWithItsOperation() {
        List<CauseGroup> groups = List.of(
                group(CAUSE, NOW.minus(Duration.ofHours(2))), group(CauseGroup.NONE, NOW.minus(Duration.ofHours(30))));

        assertThat(holding(Map.of(), state(2, 0, groups, NOW)))
                .containsExactly(
                        Alert.of(Rule.POISON_AGE, 30 * 3_600, 86_400),
                        new Alert(Rule.NEW_CAUSE, CAUSE, Optional.of("shop"), Optional.of("orders.submit"), 7, 1));
    }

    @Test
    void nothingIsSaidToBeOverThatTheGroupsMayLeaveOut() {
        assertThat(state(10_000, 0, List.of(), NOW).complete()).containsExactly(Rule.values());
        assertThat(state(10_000, 1, List.of(), NOW).complete())
                .containsExactly(Rule.POISON_COUNT, Rule.UNKNOWN_COUNT, Rule.PURGE_LAG);
    }

    @Test
    void ruleThatIsOffHoldsNever() {
        Map<String, String> off = Map.of(
                "poison-count",
                "0",
                "unknown-count",
                "0",
                "poison-age",
                "PT0S",
                "purge-lag",
                "PT0S",
                "new-cause",
                "false");

        assertThat(holding(
                        off,
                        state(
                                5_000,
                                5_000,
                                List.of(group(CAUSE, NOW.minus(Duration.ofDays(9)))),
                                NOW.minus(Duration.ofDays(9)))))
                .isEmpty();
    }

    private static List<Alert> holding(Map<String, String> settings, AlertRules.State state) {
        return new AlertRules(AlertSettings.of(AlertSettingsTest.config(settings))).holding(state);
    }

    private static AlertRules.State state(long poison, long unknown, List<CauseGroup> groups, Instant over) {
        return new AlertRules.State(
                new Count(poison, false),
                new Count(unknown, false),
                groups,
                List.of(
                        new PurgeLag(PurgeLag.Kind.RECORDS, Optional.of(over)),
                        new PurgeLag(PurgeLag.Kind.REQUESTS, Optional.of(NOW.minus(Duration.ofDays(30))))),
                NOW);
    }

    private static CauseGroup group(String cause, Instant first) {
        return new CauseGroup(
                cause,
                "shop",
                "orders.submit",
                "com.acme.BankException",
                "no money",
                "com.acme.Orders.submit",
                7,
                0,
                List.of(7L, 0L, 0L, 0L, 0L, 0L, 0L),
                first,
                NOW,
                Optional.empty());
    }
}
