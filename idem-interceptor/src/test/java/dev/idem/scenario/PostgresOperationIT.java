package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.StoreUnavailableException;
import dev.idem.testing.PostgresDatabase;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class PostgresOperationIT extends OperationScenarios {

    @Deployment
    static WebArchive war() {
        return ScenarioWar.on(PostgresDatabase.shared().newDatabase());
    }

    @Test
    @DisplayName("scenario 42: a store that does not answer holds a call no longer than waitFor and the query time-out")
    void blockedStoreHoldsNoCallForLong() throws Exception {
        Future<?> blocker = threads.submit(() -> joined.hold(id, "lock table idem_record in access exclusive mode"));
        gates.awaitReached(id);

        Future<?> impatient = threads.submit(() -> shop.impatient(id));
        assertThatThrownBy(() -> joined.inner(id, false)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> impatient.get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(StoreUnavailableException.class);

        assertThat(blocker.isDone()).as("the store is still blocked").isFalse();
        gates.open(id);
        blocker.get(20, TimeUnit.SECONDS);
        assertThat(effects.count(id)).isZero();
    }

    @Test
    @DisplayName("scenario 12: a new key that fails fast outlasts what holds the database up and is no call with it")
    void failFastOutlastsWhatIsNoCall() throws Exception {
        effects.run("create function hinder() returns trigger language plpgsql as"
                + " $$ begin lock table idem_alert in share mode; return new; end $$");
        effects.run("create trigger hinder before insert on idem_record for each row when (new.idem_key = '" + id
                + "') execute function hinder()");
        String hindrance = "hindrance of " + id;
        Future<?> other =
                threads.submit(() -> joined.hold(hindrance, "lock table idem_alert in access exclusive mode"));
        gates.awaitReached(hindrance);
        gates.open(id);

        Future<String> hasty = threads.submit(() -> shop.hasty(id));
        try {
            assertThatThrownBy(() -> hasty.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        } finally {
            gates.open(hindrance);
            other.get(20, TimeUnit.SECONDS);
            effects.run("drop trigger hinder on idem_record");
        }

        assertThat(hasty.get(20, TimeUnit.SECONDS)).isEqualTo("receipt of " + id);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("a node writes down once a minute how calls and replays ended")
    void figuresAreWrittenOnceAMinute() {
        Awaitility.await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(effects.figure("REPLAYED"))
                .isPositive());
        assertThat(effects.figure("RAN")).isPositive();
        assertThat(effects.figure("DUPLICATE")).isPositive();
    }
}
