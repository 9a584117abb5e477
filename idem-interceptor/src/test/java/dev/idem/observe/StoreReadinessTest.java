package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.idem.engine.Deployment;
import dev.idem.engine.StoreFigures.Backlog;
import dev.idem.engine.StoreFigures.Figures;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreReadinessTest {

    private static final Backlog NOTHING = new Backlog(0, Duration.ZERO);

    @BeforeEach
    void serverMakesResponses() {
        HealthCheckResponse.setResponseProvider(new PlainHealth());
    }

    @Test
    void quietApplicationIsReady() {
        HealthCheckResponse response = readiness(new Shop(), working(NOTHING));

        assertThat(response.getName()).isEqualTo("idem");
        assertThat(response.getStatus()).isEqualTo(Status.UP);
        assertThat(data(response))
                .containsOnly(
                        entry("application", "shop"),
                        entry("operations", 2L),
                        entry("interceptor", "inside fault tolerance, as checked at deployment"),
                        entry("store", "reachable, with its tables"),
                        entry("poison", 0L),
                        entry("outcomeUnknown", 0L),
                        entry("outboxWaiting", 0L),
                        entry("outboxParked", 0L));
    }

    @Test
    void poisonIsToldAndDoesNotMakeTheNodeUnready() {
        HealthCheckResponse response = readiness(new Shop(), working(new Backlog(3, Duration.ofMinutes(90))));

        assertThat(response.getStatus()).isEqualTo(Status.UP);
        assertThat(data(response)).contains(entry("poison", 3L), entry("poisonOldest", "PT1H30M"));
    }

    @Test
    void failingStoreIsNamedWithWhatToDo() {
        HealthCheckResponse response = readiness(
                new Shop(),
                new StoreView.Failing("IDEM-0102 the table idem_record is missing: apply db/h2/V1__idem.sql"));

        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(data(response))
                .contains(
                        entry("failing", "store"),
                        entry("problem", "IDEM-0102 the table idem_record is missing: apply db/h2/V1__idem.sql"))
                .doesNotContainKeys("store", "poison");
    }

    @Test
    void consoleTellsOnlyOfItsStore() {
        HealthCheckResponse response = readiness(new Console(), working(NOTHING));

        assertThat(response.getStatus()).isEqualTo(Status.UP);
        assertThat(data(response)).containsOnlyKeys("application", "store");
    }

    private static StoreView working(Backlog poison) {
        return new StoreView.Working(new Figures(poison, NOTHING, NOTHING, 0));
    }

    private static HealthCheckResponse readiness(Deployment deployment, StoreView view) {
        return new StoreReadiness(deployment, new Deployed("orders.submit", "orders.cancel"), new OneStore(view))
                .call();
    }

    private static Map<String, Object> data(HealthCheckResponse response) {
        return response.getData().orElseThrow();
    }

    /** A tool of operators. */
    private static final class Console implements Deployment {

        @Override
        public String application() {
            return "console";
        }

        @Override
        public boolean runsOperations() {
            return false;
        }
    }
}
