package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.KeyReusedException;
import dev.idem.PoisonOperationException;
import dev.idem.scenario.app.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What must hold on Payara Micro, with an EclipseLink unit beside ours, on every database: run inside the server. Fault
 * tolerance and session beans on top of what the superclasses hold.
 */
public abstract class OperationScenarios extends SecuredReplayScenarios {

    @Test
    @DisplayName("scenarios 74, 75, 95: each retry is an attempt with a transaction of its own; one effect commits")
    void retriesHaveTransactionsOfTheirOwn() {
        assertThat(retried.heals(id)).isEqualTo("attempt 3");

        assertThat(retried.runs(id)).isEqualTo(3);
        assertThat(retried.transactions(id)).doesNotHaveDuplicates().hasSize(3);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenarios 76, 79: once parked, further retries rethrow without running")
    void retriesStopAtPoison() {
        assertThatThrownBy(() -> retried.parks(id)).isInstanceOf(PoisonOperationException.class);

        assertThat(retried.runs(id)).isEqualTo(3);
        assertThat(effects.count(id)).isZero();
    }

    @Test
    @DisplayName("scenario 76: a reused key is refused without a retry running the body")
    void reusedKeyIsNotRetried() {
        retried.reused(id, "first");

        assertThatThrownBy(() -> retried.reused(id, "other")).isInstanceOf(KeyReusedException.class);

        assertThat(retried.runs(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 77: a fallback's value is not stored")
    void fallbackIsNotStored() {
        assertThat(retried.fallsBack(id)).isEqualTo("fallback");
        assertThat(effects.stateOf("retry.fallback", id)).isEqualTo("none");

        assertThat(retried.fallsBack(id)).isEqualTo("real");
    }

    @Test
    @DisplayName("scenario 78: a commit after the time-out is the one effect")
    void lateCommitIsTheOneEffect() throws Exception {
        Future<String> late = threads.submit(() -> retried.timesOut(id));
        gates.awaitReached(id);
        Awaitility.await().pollDelay(Duration.ofMillis(700)).until(() -> true);
        gates.open(id);
        assertThatThrownBy(() -> late.get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(TimeoutException.class);

        assertThat(retried.timesOut(id)).isEqualTo("committed late");

        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 81: an aborted call frees the key")
    void abortedCallFreesKey() {
        assertThatThrownBy(() -> retried.aborts(id)).isInstanceOf(IllegalArgumentException.class);

        assertThat(retried.aborts(id)).isEqualTo("ran again");
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    void body_may_use_a_transaction_of_its_own_for_what_stays() {
        assertThatThrownBy(() -> shop.auditedFailure(id, true)).hasMessage("fails after the audit");
        assertThat(effects.count("before " + id)).isZero();
        assertThat(effects.count("after " + id)).isZero();
        assertThat(effects.count("audit of " + id)).isEqualTo(1);

        assertThat(shop.auditedFailure(id + "x", false)).isEqualTo("audited");
        assertThat(effects.count("before " + id + "x")).isEqualTo(1);
        assertThat(effects.count("after " + id + "x")).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 97: a session bean joins the container's transaction")
    void sessionBeanIsIdempotent() {
        assertThat(session.buy(Order.of(id))).isEqualTo("bought " + id);
        assertThat(session.buy(Order.of(id))).isEqualTo("bought " + id);

        assertThat(effects.count(id)).isEqualTo(1);
        assertThatThrownBy(() -> session.buy(Order.of(id).amounting("1")))
                .as("unwrapped")
                .isInstanceOf(KeyReusedException.class);
    }

    @Test
    @DisplayName("scenario 97: failed attempts of a session bean are counted after its rollback, and park")
    void sessionBeanFailuresAreCounted() {
        assertThatThrownBy(() -> session.fail(id, true)).hasRootCauseMessage("session fails");
        assertThatThrownBy(() -> session.fail(id, true)).hasRootCauseMessage("session fails");

        Awaitility.await().untilAsserted(() -> assertThat(effects.stateOf("session.fail", id))
                .isEqualTo("POISON"));
        assertThatThrownBy(() -> session.fail(id, true)).isInstanceOf(PoisonOperationException.class);
        assertThat(effects.count(id)).isZero();
    }

    @Test
    @DisplayName("scenario 111: simultaneous failures on a full pool do not hang, and all are kept")
    void simultaneousFailuresDoNotHang() throws Exception {
        int before = effects.attempts("session.fail");
        List<Future<Object>> callers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String key = id + i;
            callers.add(threads.submit(() -> {
                assertThatThrownBy(() -> session.fail(key, true)).isNotNull();
                return key;
            }));
        }
        for (Future<Object> caller : callers) {
            caller.get(30, TimeUnit.SECONDS);
        }

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        effects.attempts("session.fail"))
                .isEqualTo(before + 40));
    }

    @Test
    @DisplayName("scenarios 90, 111: as many reused keys as the pool has connections: none hangs, all are kept")
    void simultaneousConflictsDoNotHang() throws Exception {
        int before = effects.conflicts("session.buy");
        List<Future<Object>> callers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String key = id + i;
            session.buy(Order.of(key));
            callers.add(threads.submit(() -> {
                assertThatThrownBy(() -> session.buy(Order.of(key).amounting("1")))
                        .isInstanceOf(KeyReusedException.class);
                return key;
            }));
        }
        for (Future<Object> caller : callers) {
            caller.get(30, TimeUnit.SECONDS);
        }

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        effects.conflicts("session.buy"))
                .isEqualTo(before + 40));
    }

    @Test
    @DisplayName("scenario 75: a session bean without a container transaction gets a fresh one per retry")
    void sessionBeanMayRetry() {
        assertThat(retrySession.heals(id)).isEqualTo("healed");
        assertThat(effects.count(id)).as("by JPA and by JDBC").isEqualTo(2);
    }
}
