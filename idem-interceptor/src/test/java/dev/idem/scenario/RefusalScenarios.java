package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.KeyReusedException;
import dev.idem.PoisonOperationException;
import dev.idem.RequestOutcome;
import dev.idem.UnreadableResultException;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.RequestLine;
import dev.idem.scenario.app.Declined;
import dev.idem.scenario.app.OutOfStock;
import dev.idem.scenario.app.RefusalSession;
import dev.idem.scenario.app.RefusalShop;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions that are answers. */
public abstract class RefusalScenarios extends ReplayScenarios {

    @Inject
    RefusalShop refusing;

    @Inject
    RefusalSession refusingSession;

    @ParameterizedTest
    @ValueSource(strings = {"runtime", "checked", "error"})
    @DisplayName(
            "scenarios 35, 37: a declared refusal rolls back, is stored before the caller gets it, and comes again")
    void refusalIsStoredAndComesAgain(String how) {
        int attempts = effects.attempts("refusal.order");
        Throwable first = thrown(() -> refusing.order(id, how));

        assertThat(effects.stateOf("refusal.order", id)).isEqualTo("REFUSED");
        Throwable again = thrown(() -> refusing.order(id, how));

        assertThat(again).isNotSameAs(first).hasSameClassAs(first).hasMessage(first.getMessage());
        assertThat(refusing.runs(id)).isEqualTo(1);
        assertThat(effects.count(id)).isZero();
        assertThat(effects.attempts("refusal.order")).isEqualTo(attempts);
    }

    @Test
    @DisplayName("scenario 37: the details of a refusal come again, and other arguments do not get them")
    void detailsComeAgain() {
        thrown(() -> refusing.order(id, "runtime"));

        assertThat(thrown(() -> refusing.order(id, "runtime"))).isInstanceOfSatisfying(OutOfStock.class, no -> {
            assertThat(no.sku()).isEqualTo("tea");
            assertThat(no.getLeft()).isEqualTo(2);
        });
        assertThatThrownBy(() -> refusing.order(id, "fine")).isInstanceOf(KeyReusedException.class);
        assertThat(refusing.told("refusal.order")).isPositive();
    }

    @Test
    @DisplayName("scenario 39: a stored refusal of a type that is not declared is not rebuilt from its name")
    void undeclaredTypeIsNotRebuilt() {
        thrown(() -> refusing.order(id, "runtime"));
        effects.run(
                "update idem_record set result = '{\"type\":\"java.lang.Error\",\"message\":\"x\"}'"
                        + " where idem_key = ?",
                id);

        assertThatThrownBy(() -> refusing.order(id, "runtime")).isInstanceOf(UnreadableResultException.class);
        assertThat(refusing.runs(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 36: what is not declared is a failed attempt, and parks")
    void otherFailuresCount() {
        thrown(() -> refusing.order(id, "failure"));
        thrown(() -> refusing.order(id, "failure"));

        assertThatThrownBy(() -> refusing.order(id, "failure")).isInstanceOf(PoisonOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"runtime", "checked", "error"})
    @DisplayName(
            "scenarios 35, 37: a joined refusal rolls back what @Transactional would commit, and is stored afterwards")
    void joinedRefusalIsStored(String how) {
        Throwable first = thrown(() -> refusing.joined(id, how));
        awaitRefused("refusal.joined");

        assertThat(thrown(() -> refusing.joined(id, how))).hasSameClassAs(first).hasMessage(first.getMessage());
        assertThat(refusing.runs(id)).isEqualTo(1);
        assertThat(effects.count(id)).isZero();
    }

    @Test
    @DisplayName("scenario 109: a swallowed refusal takes the outer transaction back, and is stored")
    void swallowedRefusalIsStored() {
        try {
            refusing.swallow(id);
        } catch (RuntimeException rolledBack) {
            assertThat(rolledBack).isNotNull();
        }

        awaitRefused("refusal.order");
        assertThat(effects.count("outer of " + id)).isZero();
        assertThat(refusing.swallow(id))
                .as("a refusal from the record harms no transaction")
                .isEqualTo("swallowed");
        assertThat(effects.count("outer of " + id)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"runtime, jakarta.ejb.EJBException", "checked, dev.idem.scenario.app.Declined"})
    @DisplayName("scenarios 35, 37, 97: the refusal of a session bean is wrapped as the container does, now and again")
    void sessionBeanRefuses(String how, String outer) {
        Throwable first = thrown(() -> refusingSession.order(id, how));
        awaitRefused("refusal.session");
        Throwable again = thrown(() -> refusingSession.order(id, how));

        for (Throwable each : List.of(first, again)) {
            assertThat(each.getClass().getName()).startsWith(outer);
            Throwable refusal = each instanceof Declined ? each : each.getCause();
            assertThat(refusal).isInstanceOfAny(OutOfStock.class, Declined.class);
        }
        assertThat(refusing.runs(id)).isEqualTo(1);
        assertThat(effects.count(id)).isZero();
    }

    @Test
    @DisplayName("scenarios 37, 111: as many refusals as the pool has connections: none hangs, all are stored")
    void simultaneousRefusalsDoNotHang() throws Exception {
        List<Future<Throwable>> callers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String key = id + i;
            callers.add(threads.submit(() -> thrown(() -> refusingSession.order(key, "runtime"))));
        }
        for (Future<Throwable> caller : callers) {
            assertThat(caller.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(OutOfStock.class);
        }

        for (int i = 0; i < 40; i++) {
            String key = id + i;
            Awaitility.await().untilAsserted(() -> assertThat(effects.stateOf("refusal.session", key))
                    .isEqualTo("REFUSED"));
        }
    }

    @Test
    @DisplayName("scenarios 11, 37: thirty callers of one key are all refused, and one refusal is stored")
    void concurrentCallersAreAllRefused() throws Exception {
        for (Future<Throwable> caller : submit(30, () -> thrown(() -> refusing.order(id, "runtime")))) {
            assertThat(caller.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(OutOfStock.class)
                    .hasMessage("only 2 of tea left");
        }

        assertThat(effects.stateOf("refusal.order", id)).isEqualTo("REFUSED");
        assertThat(effects.count(id)).isZero();
    }

    @Test
    @DisplayName("scenario 76: a refusal ends the attempts of @Retry, the first time and again")
    void refusalIsNotRetried() {
        assertThatThrownBy(() -> refusing.retried(id)).isInstanceOf(OutOfStock.class);
        assertThatThrownBy(() -> refusing.retried(id)).isInstanceOf(OutOfStock.class);

        assertThat(refusing.runs(id)).isEqualTo(1);
    }

    @Test
    void refusalThatIsOnRecordIsAcknowledged() {
        refusing.acknowledged(id);
        refusing.acknowledged(id);

        assertThat(effects.stateOf("refusal.acknowledged", id)).isEqualTo("REFUSED");
        assertThat(effects.count(id)).isZero();
        assertThat(refusing.runs(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 83: a replay that is refused leaves a refusal, and says so")
    void refusedReplayIsTold() {
        park("refusal.replayed", () -> refusing.replayed(id));

        assertRefused("refusal.replayed");
        assertThatThrownBy(() -> refusing.replayed(id)).isInstanceOf(OutOfStock.class);
        assertThat(refusing.runs(id)).isEqualTo(2);
        assertThat(effects.count(id)).isZero();
        assertThat(done(actions.dryRun(EVE, decide("refusal.replayed"))).outcome())
                .contains(RequestOutcome.DEDUPLICATED);
    }

    @Test
    @DisplayName("scenarios 83, 97: so does a replay of a session bean, whose refusal is stored a moment later")
    void refusedReplayOfSessionBeanIsTold() {
        park("refusal.sessionReplayed", () -> refusingSession.replayed(id));

        assertRefused("refusal.sessionReplayed");
    }

    private void assertRefused(String operation) {
        RequestLine answer = done(actions.replay(EVE, decide(operation)));

        assertThat(answer.outcome()).as("%s", answer.detail()).contains(RequestOutcome.REFUSED);
        assertThat(answer.detail().orElseThrow()).contains("stored");
        assertThat(detail(operation).line().state()).isEqualTo(KeyState.REFUSED);
        assertThat(detail(operation).result())
                .as("no schema says what of it may be seen")
                .hasValue("\"(masked)\"");
    }

    private void awaitRefused(String operation) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(effects.stateOf(operation, id)).isEqualTo("REFUSED"));
    }

    private static Throwable thrown(ThrowingCallable call) {
        return org.assertj.core.api.Assertions.catchThrowable(call);
    }
}
