package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.DuplicateOperationException;
import dev.idem.KeyReusedException;
import dev.idem.PoisonOperationException;
import dev.idem.TransactionRolledBackException;
import dev.idem.scenario.app.Order;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails, what is rolled back, what is parked. */
public abstract class FailureScenarios extends ConcurrencyScenarios {

    @ParameterizedTest
    @ValueSource(strings = {"runtime", "checked", "error", "silent", "constraint"})
    @DisplayName(
            "scenarios 24, 28, 34, 35, 36, 105: whatever keeps it from committing rolls back, is kept, and frees the key")
    void failureRollsBackAndIsKept(String how) throws Exception {
        int attempts = effects.countedAttempts("shop.fail");

        assertThatThrownBy(() -> shop.fail(id, how)).isInstanceOf(failureOf(how));

        assertThat(effects.count(id)).isZero();
        assertThat(effects.stateOf("shop.fail", id)).isEqualTo("none");
        assertThat(effects.countedAttempts("shop.fail")).isEqualTo(attempts + 1);
        assertThat(shop.fail(id, "fine")).isEqualTo("fine");
        assertThat(effects.count(id)).isEqualTo(1);
    }

    private static Class<? extends Throwable> failureOf(String how) {
        return switch (how) {
            case "checked" -> IOException.class;
            case "error" -> AssertionError.class;
            case "runtime" -> IllegalStateException.class;
            default -> TransactionRolledBackException.class;
        };
    }

    @Test
    @DisplayName("scenarios 25, 32: a result that cannot be stored rolls the work back and names its type")
    void unstorableResultRollsBack() {
        assertThatThrownBy(() -> shop.unstorable(id)).hasMessageContaining("Object");

        assertThat(effects.count(id)).isZero();
        assertThat(effects.stateOf("shop.unstorable", id)).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checked", "runtime", "error"})
    @DisplayName("scenarios 35, 109: what @Transactional would commit rolls back in a joined transaction too")
    void joinedFailureRollsBack(String how) {
        assertThatThrownBy(() -> joined.fail(id + how, how)).isNotNull();

        assertThat(effects.count(id + how)).isZero();
        assertThat(effects.stateOf("joined.fail", id + how)).isEqualTo("none");
    }

    @Test
    @DisplayName("scenario 109: a swallowed exception commits neither business rows nor the record")
    void swallowedExceptionCommitsNothing() {
        try {
            joined.swallow(id);
        } catch (RuntimeException rolledBack) {
            assertThat(rolledBack).isNotNull();
        }

        assertThat(effects.count("outer of " + id)).isZero();
        assertThat(effects.count(id)).isZero();
        assertThat(effects.stateOf("joined.inner", id)).isEqualTo("none");
    }

    @Test
    @DisplayName("scenarios 96, 105: one rollback of the outer transaction undoes EclipseLink's rows and the record")
    void outerRollbackUndoesAll() {
        int attempts = effects.attempts("joined.inner");

        assertThatThrownBy(() -> joined.rollBackLater(id)).hasMessageContaining("outer fails");

        assertThat(effects.count(id)).isZero();
        assertThat(effects.stateOf("joined.inner", id)).isEqualTo("none");
        Awaitility.await().untilAsserted(() -> assertThat(effects.attempts("joined.inner"))
                .isGreaterThan(attempts));
    }

    @Test
    @DisplayName("scenarios 24, 96: plain JDBC, EclipseLink and the record share one transaction")
    void plainJdbcIsInTheTransaction() throws Exception {
        assertThatThrownBy(() -> shop.byJdbc(id, true)).hasMessage("fails after JDBC");
        assertThat(effects.count(id)).isZero();
        Future<String> inAnotherThread = threads.submit(() -> shop.byJdbc(id, true));
        assertThatThrownBy(() -> inAnotherThread.get(20, TimeUnit.SECONDS)).hasRootCauseMessage("fails after JDBC");
        assertThat(effects.count(id)).isZero();

        assertThat(shop.byJdbc(id + "x", false)).isEqualTo("by JDBC");
        assertThat(shop.byJdbc(id + "x", false)).isEqualTo("by JDBC");
        assertThat(effects.count(id + "x")).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "scenario 28: a database error that the body swallows leaves all or nothing, and the caller knows which")
    void swallowedDatabaseErrorIsAllOrNothing() {
        boolean success = true;
        try {
            shop.swallowDatabaseError(id);
        } catch (TransactionRolledBackException told) {
            success = false;
        }

        int expected = success ? 1 : 0;
        assertThat(effects.count(id)).isEqualTo(expected);
        assertThat(effects.count("swallowed of " + id)).isEqualTo(expected);
        assertThat(effects.stateOf("shop.swallow", id)).isEqualTo(success ? "COMPLETED" : "none");
    }

    @Test
    void body_may_suspend_its_transaction() {
        assertThat(shop.lookFromOutside(id)).isZero();
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 107: a body that calls itself with the same key is refused inside, unharmed outside")
    void reentryIsRefused() {
        assertThat(shop.reenter(id)).isEqualTo("refused");
        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(shop.reenter(id)).isEqualTo("refused");
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenarios 79, 115: after three failures the call is parked with the arguments it came with")
    void failsThreeTimesAndIsParked() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> shop.poison(Order.of(id), true)).isInstanceOf(IllegalStateException.class);
        }

        assertThatThrownBy(() -> shop.poison(Order.of(id), true)).isInstanceOf(PoisonOperationException.class);
        assertThatThrownBy(() -> shop.poison(Order.of(id), false)).isInstanceOf(KeyReusedException.class);

        assertThat(effects.stateOf("shop.poison", id)).isEqualTo("POISON");
        assertThat(effects.argumentsOf("shop.poison", id)).contains(id, "milk", "sentAt");
        assertThat(effects.count(id)).isZero();
    }

    @Test
    @DisplayName("scenario 80: an unrecoverable failure parks at the first attempt")
    void unrecoverableFailureParksAtOnce() {
        assertThatThrownBy(() -> shop.parkAtOnce(id)).isInstanceOf(NumberFormatException.class);

        assertThatThrownBy(() -> shop.parkAtOnce(id)).isInstanceOf(PoisonOperationException.class);
    }

    @Test
    void acknowledged_poison_returns_normally() {
        assertThatThrownBy(() -> shop.acknowledge(id)).isInstanceOf(IllegalStateException.class);

        shop.acknowledge(id);

        assertThat(effects.stateOf("shop.acknowledge", id)).isEqualTo("POISON");
    }

    @Test
    void rejecting_operation_throws_for_a_duplicate() {
        shop.reject(id);

        assertThatThrownBy(() -> shop.reject(id)).isInstanceOf(DuplicateOperationException.class);
    }

    @Test
    void skip_expression_completes_without_running_the_body() {
        shop.skip(id, true);
        assertThat(effects.count(id)).isZero();
        assertThat(effects.stateOf("shop.skip", id)).isEqualTo("COMPLETED");

        shop.note(id + "-known");
        shop.skip(id + "-known", false);
        shop.skip(id + "-unknown", false);

        assertThat(effects.count(id + "-known")).isEqualTo(1);
        assertThat(effects.count(id + "-unknown")).isEqualTo(1);
    }

    @Test
    void configuration_overrides_an_attribute() {
        assertThatThrownBy(() -> shop.configured(id)).isInstanceOf(IllegalStateException.class);

        assertThatThrownBy(() -> shop.configured(id)).isInstanceOf(PoisonOperationException.class);
    }

    @Test
    @DisplayName("scenario 65: an expired key is as new")
    void expiredKeyIsAsNew() {
        long first = shop.expiring(id);
        assertThat(shop.expiring(id)).isEqualTo(first);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> shop.expiring(id) != first);

        assertThat(effects.count(id)).isEqualTo(2);
    }

    @Test
    @DisplayName("scenario 110: the first, failed caller does not wait for the next runner")
    void failedCallerDoesNotWaitForNextRunner() throws Exception {
        Future<String> first = threads.submit(() -> shop.failAtGate(id, true));
        gates.awaitReached(id);
        gates.open(id);
        assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("rolled back");
        int attempts = effects.attempts("shop.wait");
        Future<String> next = threads.submit(() -> shop.patient(id));
        gates.open(id);

        assertThat(next.get(20, TimeUnit.SECONDS)).isEqualTo("receipt of " + id);
        assertThat(effects.attempts("shop.wait")).isEqualTo(attempts);
        assertThat(effects.attempts("shop.failOnce")).isPositive();
    }
}
