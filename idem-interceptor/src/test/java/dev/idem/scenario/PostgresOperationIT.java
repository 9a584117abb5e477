package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.StoreUnavailableException;
import dev.idem.testing.PostgresDatabase;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
}
