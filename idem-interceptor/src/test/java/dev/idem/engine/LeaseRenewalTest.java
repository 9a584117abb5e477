package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LeaseRenewalTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Leases leases = new Leases(nanos::get);
    private final List<Object> asked = new ArrayList<>();

    @Test
    @DisplayName(
            "scenario 63: a renewal that fails stops nothing and is tried again; a loss shows when the effect ends")
    void failedRenewalIsTriedAgain() {
        Lease lease = new Lease(
                RecordKey.of("shop", "cards.charge", "", "4711"),
                UUID.randomUUID(),
                "node-1",
                1,
                Duration.ofSeconds(30),
                Moves.Move.FAIL);
        leases.add(lease);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        LeaseRenewal renewal = new LeaseRenewal(failingOnce(), new ModelDatabase(), leases);

        assertThatCode(renewal::renew).doesNotThrowAnyException();
        assertThat(leases.due()).containsExactly(lease);

        renewal.renew();

        assertThat(leases.due()).isEmpty();
        assertThat(asked).hasSize(2);
    }

    /** A store whose first renewal meets a database that does not answer. */
    private EffectStore failingOnce() {
        return (EffectStore) Proxy.newProxyInstance(
                EffectStore.class.getClassLoader(), new Class<?>[] {EffectStore.class}, (store, method, arguments) -> {
                    asked.add(arguments[0]);
                    if (asked.size() == 1) {
                        throw new StoreFailure("the database does not answer");
                    }
                    return ((Collection<?>) arguments[0]).size();
                });
    }
}
