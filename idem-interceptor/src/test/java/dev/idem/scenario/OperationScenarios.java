package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.DuplicateOperationException;
import dev.idem.InvalidKeyException;
import dev.idem.KeyReusedException;
import dev.idem.MissingKeyException;
import dev.idem.OperationInProgressException;
import dev.idem.PoisonOperationException;
import dev.idem.TransactionRolledBackException;
import dev.idem.scenario.app.Effects;
import dev.idem.scenario.app.Gates;
import dev.idem.scenario.app.JoinedShop;
import dev.idem.scenario.app.Order;
import dev.idem.scenario.app.Receipt;
import dev.idem.scenario.app.RetrySession;
import dev.idem.scenario.app.RetryShop;
import dev.idem.scenario.app.SessionShop;
import dev.idem.scenario.app.Shop;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold on Payara Micro, with an EclipseLink unit beside ours, on every database: run inside the server. */
@ExtendWith(ArquillianExtension.class)
public abstract class OperationScenarios {

    @Inject
    Shop shop;

    @Inject
    JoinedShop joined;

    @Inject
    RetryShop retried;

    @Inject
    SessionShop session;

    @Inject
    RetrySession retrySession;

    @Inject
    Effects effects;

    @Inject
    Gates gates;

    @Resource(lookup = "java:app/concurrent/callers")
    ManagedExecutorService threads;

    private final String id = "key-" + UUID.randomUUID();

    // A. basic

    @Test
    @DisplayName("scenarios 1, 2, 10, 44: the first call runs, a duplicate gets the equal typed result")
    void duplicateGetsTypedResult() {
        Receipt receipt = shop.buy(Order.of(id));

        assertThat(shop.buy(Order.of(id))).isEqualTo(receipt);

        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(effects.stateOf("shop.buy", id)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("scenarios 3, 10: void, null, lists, optionals and maps come back as they were")
    void resultsComeBackAsTheyWere() {
        shop.note(id);
        shop.note(id);
        assertThat(shop.nothing(id)).isNull();
        assertThat(shop.nothing(id)).isNull();
        List<Receipt> list = shop.list(id);
        assertThat(shop.list(id)).isEqualTo(list).first().isInstanceOf(Receipt.class);
        assertThat(shop.optional(id)).isEqualTo(shop.optional(id)).get().isInstanceOf(Receipt.class);
        assertThat(shop.map(id)).isEqualTo(shop.map(id)).containsEntry(id, 1);

        assertThat(effects.count(id)).isEqualTo(5);
    }

    @Test
    @DisplayName("scenario 5: the same key under another operation is independent")
    void operationsAreIndependent() {
        shop.note(id);
        shop.nothing(id);

        assertThat(effects.count(id)).isEqualTo(2);
    }

    @Test
    @DisplayName("scenarios 7, 8: missing and invalid keys are refused before anything happens")
    void badKeysAreRefused() {
        int records = effects.records("shop.note");
        assertThatThrownBy(() -> shop.note(null))
                .isInstanceOf(MissingKeyException.class)
                .hasMessageContaining("shop.note");
        for (String bad : List.of("", " ", "x".repeat(256), "a\nb", "\0")) {
            assertThatThrownBy(() -> shop.note(bad)).isInstanceOf(InvalidKeyException.class);
        }
        assertThatThrownBy(() -> shop.mutate(List.of())).isInstanceOf(InvalidKeyException.class);

        assertThat(effects.records("shop.note")).isEqualTo(records);
    }

    @Test
    void parameters_form_the_key_and_the_body_sees_it() {
        String answer = shop.named(id, 7);

        assertThat(answer).isEqualTo("Shop.named " + id + ":7 1 false");
        assertThat(shop.named(id, 7)).isEqualTo(answer);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 112: keys that differ in case, accent, trailing space or Unicode form are different")
    void keysAreComparedByteForByte() {
        for (String variant : List.of("é", "É", "e", "e\u0301", "e ", "E")) {
            shop.note(id + variant);
            shop.note(id + variant);
            assertThat(effects.count(id + variant)).as(variant).isGreaterThanOrEqualTo(1);
        }
        assertThat(effects.records("shop.note")).isGreaterThanOrEqualTo(6);
    }

    // E. fingerprint

    @Test
    @DisplayName("scenarios 45, 49, 51: a tampered value is refused, an ignored one is not")
    void argumentsAreChecked() {
        Receipt receipt = shop.buy(Order.of(id));

        assertThat(shop.buy(Order.of(id).sentAt("later"))).isEqualTo(receipt);
        assertThat(shop.buy(Order.of(id).amounting("12.5"))).isEqualTo(receipt);
        assertThatThrownBy(() -> shop.buy(Order.of(id).amounting("12.51"))).isInstanceOf(KeyReusedException.class);

        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 50: key and fingerprint are those from before the body changed its argument")
    void mutatedArgumentsDoNotMatter() {
        int size = shop.mutate(new ArrayList<>(List.of(id)));

        assertThat(shop.mutate(new ArrayList<>(List.of(id)))).isEqualTo(size);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 53: a failed key may be used with other arguments, the old ones then mismatch")
    void failedKeyMayBeUsedWithOtherArguments() throws Exception {
        assertThatThrownBy(() -> shop.fail(id, "runtime")).isInstanceOf(IllegalStateException.class);

        assertThat(shop.fail(id, "fine")).isEqualTo("fine");

        assertThatThrownBy(() -> shop.fail(id, "runtime")).isInstanceOf(KeyReusedException.class);
    }

    // B. concurrency

    @Test
    @DisplayName("scenarios 11, 13, 20: of 60 callers on a pool of 40 one runs, all get its result")
    void oneOfManyRuns() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> callers = submit(60, () -> {
            start.await();
            return shop.patient(id);
        });
        start.countDown();
        gates.awaitReached(id);
        gates.open(id);

        for (Future<String> caller : callers) {
            assertThat(caller.get(40, TimeUnit.SECONDS)).isEqualTo("receipt of " + id);
        }
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 12: fail fast answers at once, also to more callers than there are connections")
    void failFastAnswersAtOnce() throws Exception {
        Future<String> owner = threads.submit(() -> shop.hasty(id));
        gates.awaitReached(id);

        for (Future<Object> caller : submit(50, this::hastyAnswer)) {
            assertThat(caller.get(20, TimeUnit.SECONDS)).isInstanceOf(OperationInProgressException.class);
        }

        gates.open(id);
        assertThat(owner.get(20, TimeUnit.SECONDS)).isEqualTo("receipt of " + id);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    private Object hastyAnswer() {
        try {
            return shop.hasty(id);
        } catch (OperationInProgressException refused) {
            return refused;
        }
    }

    @Test
    @DisplayName("scenario 14: a waiter gives up, the owner's record is untouched")
    void waiterGivesUp() throws Exception {
        Future<String> owner = threads.submit(() -> shop.impatient(id));
        gates.awaitReached(id);

        assertThatThrownBy(() -> shop.impatient(id)).isInstanceOf(OperationInProgressException.class);

        gates.open(id);
        assertThat(owner.get(20, TimeUnit.SECONDS)).isEqualTo("receipt of " + id);
        assertThat(shop.impatient(id)).isEqualTo("receipt of " + id);
    }

    @Test
    @DisplayName("scenario 15: when the owner rolls back, exactly one waiter takes over")
    void oneWaiterTakesOver() throws Exception {
        Future<String> owner = threads.submit(() -> shop.failAtGate(id, true));
        gates.awaitReached(id);
        List<Future<String>> waiters = submit(8, () -> shop.failAtGate(id, false));
        gates.open(id);

        assertThatThrownBy(() -> owner.get(20, TimeUnit.SECONDS)).hasRootCauseMessage("rolled back");
        for (Future<String> waiter : waiters) {
            assertThat(waiter.get(20, TimeUnit.SECONDS)).isEqualTo("taken over");
        }
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 4: another key does not wait")
    void otherKeyDoesNotWait() throws Exception {
        Future<String> owner = threads.submit(() -> shop.patient(id));
        gates.awaitReached(id);
        gates.open(id + "-other");

        assertThat(shop.patient(id + "-other")).isEqualTo("receipt of " + id + "-other");

        gates.open(id);
        owner.get(20, TimeUnit.SECONDS);
    }

    @Test
    @DisplayName("scenario 17: the joined transaction is usable after a duplicate was answered in it")
    void transactionIsUsableAfterDuplicate() {
        joined.inner(id, false);

        assertThat(joined.workAroundDuplicate(id)).isEqualTo("inner");

        assertThat(effects.count("before " + id)).isEqualTo(1);
        assertThat(effects.count("after " + id)).isEqualTo(1);
        assertThat(effects.count(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 14: a joined caller that finds the key busy never commits its earlier work")
    void busyJoinedCallerCommitsNothing() throws Exception {
        Future<String> owner = threads.submit(() -> joined.gated(id));
        gates.awaitReached(id);

        assertThatThrownBy(() -> {
                    String answer = joined.swallowBusy(id);
                    assertThat(answer).isEqualTo("busy");
                    throw new IllegalStateException("returned " + answer);
                })
                .isInstanceOf(RuntimeException.class);

        gates.open(id);
        assertThat(owner.get(20, TimeUnit.SECONDS)).isEqualTo("gated");
        assertThat(effects.count("outer of " + id)).isZero();
        assertThat(effects.count(id)).isEqualTo(1);
    }

    // C. atomicity

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
    @DisplayName("scenario 107: a body that calls itself with the same key is refused inside, unharmed outside")
    void reentryIsRefused() {
        assertThat(shop.reenter(id)).isEqualTo("refused");
        assertThat(effects.count(id)).isEqualTo(1);
        assertThat(shop.reenter(id)).isEqualTo("refused");
        assertThat(effects.count(id)).isEqualTo(1);
    }

    // D. failures and policy

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

    // H. retry

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

    // K. session beans

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
    @DisplayName("scenario 75: a session bean without a container transaction gets a fresh one per retry")
    void sessionBeanMayRetry() {
        assertThat(retrySession.heals(id)).isEqualTo("healed");
        assertThat(effects.count(id)).isEqualTo(1);
    }

    private <T> List<Future<T>> submit(int times, Callable<T> task) {
        return IntStream.range(0, times).mapToObj(i -> threads.submit(task)).toList();
    }
}
