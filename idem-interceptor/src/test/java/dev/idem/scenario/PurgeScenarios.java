package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.PurgeStatus;
import dev.idem.engine.PurgeStore.Kind;
import dev.idem.scenario.app.Order;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is no longer needed goes by itself, what is needed stays. */
public abstract class PurgeScenarios extends EffectScenarios {

    private static final int KEYS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    PurgeStatus purge;

    @Test
    @DisplayName("scenario 69: expired rows go while calls go on, and each call has its one effect")
    void expiredRowsGoWhileCallsGoOn() throws Exception {
        long before = deleted();
        List<String> keys = IntStream.range(0, KEYS).mapToObj(i -> id + i).toList();
        keys.forEach(shop::expiring);

        List<Future<Integer>> callers = submit(4, () -> {
            int calls = 0;
            while (keys.stream().anyMatch(key -> recorded("shop.expiring", key)) && calls < 10_000) {
                shop.buy(Order.of(id + Thread.currentThread().getId() + "-" + calls));
                calls++;
            }
            return calls;
        });

        int calls = 0;
        for (Future<Integer> caller : callers) {
            calls += caller.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(keys).noneMatch(key -> recorded("shop.expiring", key));
        assertThat(calls).isPositive();
        assertThat(effects.countLike(id + "%")).isEqualTo(KEYS + calls);
        assertThat(deleted()).isGreaterThanOrEqualTo(before + KEYS);
        assertThat(purge.snapshot().active()).isTrue();
        assertThat(purge.snapshot().alarming()).isFalse();
    }

    @Test
    @DisplayName("scenarios 68, 115: a parked call stays, however old")
    void parkedCallStays() {
        assertThatParks();
        effects.run("update idem_record set expires_at = created_at where idem_key = ?", id);
        Instant now = purge.snapshot().lastSuccess().orElse(Instant.EPOCH);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> purge.snapshot().lastSuccess().orElse(now).isAfter(now.plusSeconds(1)));

        assertThat(effects.stateOf("shop.configured", id)).isEqualTo("POISON");
    }

    private void assertThatParks() {
        assertThatThrownBy(() -> shop.configured(id)).hasMessage("never works");
        assertThat(effects.stateOf("shop.configured", id)).isEqualTo("POISON");
    }

    private boolean recorded(String operation, String key) {
        return !effects.stateOf(operation, key).equals("none");
    }

    private long deleted() {
        return purge.snapshot().deleted().getOrDefault(Kind.RECORDS, 0L);
    }
}
