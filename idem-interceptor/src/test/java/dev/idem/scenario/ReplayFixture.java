package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.inspect.Actions;
import dev.idem.inspect.Decision;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.Operator;
import dev.idem.inspect.RequestLine;
import dev.idem.inspect.RequestState;
import dev.idem.inspect.Role;
import dev.idem.scenario.app.Order;
import dev.idem.scenario.app.ReplayResource;
import dev.idem.scenario.app.ReplaySession;
import dev.idem.scenario.app.ReplayShop;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;

/** Parked calls, and what operators and tests ask of them. */
public abstract class ReplayFixture extends PurgeScenarios {

    static final Operator EVE = new Operator("eve", Set.of(Role.ADMIN), Optional.of("127.0.0.1"));

    @Inject
    ReplayShop replayed;

    @Inject
    ReplaySession replayedSession;

    @Inject
    ReplayResource replayedResource;

    @Inject
    Inspection inspection;

    @Inject
    Actions actions;

    void parkedOrder() {
        park("replay.buy", () -> replayed.buy(Order.of(id)));
    }

    /** Fails once, which parks, and is repaired. */
    void park(String operation, ThrowingCallable call) {
        replayed.breakFor(id);
        assertThatThrownBy(call).isNotNull();
        Awaitility.await()
                .untilAsserted(() -> assertThat(effects.stateOf(operation, id)).isEqualTo("POISON"));
        replayed.repair(id);
    }

    String arguments(String amount) {
        return "[{\"id\":\"" + id + "\",\"amount\":" + new BigDecimal(amount)
                + ",\"items\":[\"tea\",\"milk\"],\"sentAt\":\"now\"}]";
    }

    KeyDetail detail(String operation) {
        return detail(operation, id);
    }

    KeyDetail detail(String operation, String key) {
        return inspection.keys(KeyFilter.ALL.of("scenarios", operation).key(key), Optional.empty(), 1).lines().stream()
                .flatMap(line -> inspection.key(line.id()).stream())
                .findFirst()
                .orElseThrow();
    }

    Decision decide(String operation) {
        return decide(detail(operation));
    }

    static Decision decide(KeyDetail seen) {
        return new Decision(
                seen.line().id(), seen.line().version(), UUID.randomUUID().toString(), "the cause is gone");
    }

    RequestLine done(RequestLine asked) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> inspection.request(asked.id()).orElseThrow(),
                        request -> request.state() == RequestState.DONE);
    }

    OperationInfo operation(String name) {
        return inspection.operation("scenarios", name).orElseThrow();
    }
}
