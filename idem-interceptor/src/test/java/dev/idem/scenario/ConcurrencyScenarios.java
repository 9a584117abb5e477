package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.OperationInProgressException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Calls with one key at the same time. */
public abstract class ConcurrencyScenarios extends WatchScenarios {

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
    @DisplayName("scenario 20: more bodies than connections, all reading, do not starve each other")
    void bodiesDoNotStarveEachOther() throws Exception {
        List<Future<Boolean>> callers = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            String key = id + i;
            callers.add(threads.submit(() -> shop.readAndAdd(key)));
        }

        for (Future<Boolean> caller : callers) {
            assertThat(caller.get(30, TimeUnit.SECONDS)).isFalse();
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
}
