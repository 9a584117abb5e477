package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.OnDuplicate;
import dev.idem.PoisonOperationException;
import dev.idem.StoreUnavailableException;
import dev.idem.TransactionRolledBackException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EngineFailuresTest extends EngineFixture {

    @Test
    @DisplayName("scenarios 34, 35, 36: any throwable rolls back, is kept, and the next call runs")
    void anyThrowableRollsBack() throws Exception {
        List<Throwable> failures =
                List.of(new IllegalStateException("runtime"), new IOException("checked"), new AssertionError("error"));
        for (Throwable failure : failures.subList(0, 2)) {
            assertThatThrownBy(() -> engine.call(call(), failing(failure))).isSameAs(failure);
        }
        assertThat(database.effects()).isEmpty();
        assertThat(database.committed(KEY)).isEmpty();

        assertThat(engine.call(call(), effect("receipt"))).isEqualTo("receipt");

        assertThat(database.effects()).hasSize(1);
        assertThat(database.attempts()).hasSize(2).allMatch(FailedAttempt::counted);
        assertThat(database.openTransactions()).isZero();
    }

    @Test
    @DisplayName("scenario 34: an Error leaves nothing behind and the key free")
    void errorLeavesKeyFree() {
        AssertionError failure = new AssertionError("error");

        assertThatThrownBy(() -> engine.call(call(), failing(failure))).isSameAs(failure);

        assertThat(database.committed(KEY)).isEmpty();
        assertThat(database.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("scenarios 24, 105: a failed commit is a failed attempt")
    void failedCommitIsFailedAttempt() {
        database.failNextCommit(ModelDatabase.CommitFault.CONSTRAINT_VIOLATED);

        assertThatThrownBy(() -> engine.call(call(), effect("receipt")))
                .isInstanceOf(TransactionRolledBackException.class)
                .hasMessageContaining("commit failed")
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(database.effects()).isEmpty();
        assertThat(database.committed(KEY)).isEmpty();
        assertThat(database.attempts()).singleElement().matches(FailedAttempt::counted);
    }

    @Test
    @DisplayName(
            "scenarios 31, 106: a commit whose answer is lost but which happened gives the result, nothing is counted")
    void lostAnswerGivesResult() throws Exception {
        database.failNextCommit(ModelDatabase.CommitFault.ANSWER_LOST_BUT_COMMITTED);

        assertThat(engine.call(call(), effect("receipt"))).isEqualTo("receipt");

        assertThat(database.effects()).hasSize(1);
        assertThat(database.attempts()).isEmpty();
        assertThat(listener.told).containsExactly("completed");
    }

    @Test
    @DisplayName("scenario 26: a session that dies before the commit leaves nothing, the retry has the one effect")
    void lostConnectionIsTransient() throws Exception {
        database.failNextCommit(ModelDatabase.CommitFault.CONNECTION_LOST);

        assertThatThrownBy(() -> engine.call(call(), effect("receipt")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("retry with the same key");
        assertThat(database.attempts()).singleElement().matches(attempt -> !attempt.counted());

        assertThat(engine.call(call(), effect("receipt"))).isEqualTo("receipt");
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 28: a body that only marks its transaction rollback-only is told so")
    void silentRollbackIsAnError() {
        assertThatThrownBy(() -> engine.call(call(), () -> {
                    database.addEffect("effect");
                    database.markRollbackOnly();
                    return "receipt";
                }))
                .isInstanceOf(TransactionRolledBackException.class)
                .hasMessageContaining("rollback-only");

        assertThat(database.effects()).isEmpty();
        assertThat(database.committed(KEY)).isEmpty();
        assertThat(database.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 28: a void body whose transaction the database rolled back behind its back is told so")
    void lostClaimOfVoidBodyIsAnError() {
        assertThatThrownBy(() -> engine.call(call(), () -> {
                    database.addEffect("before the deadlock");
                    database.loseTransactionSilently();
                    database.addEffect("after the swallowed deadlock");
                    return null;
                }))
                .isInstanceOf(TransactionRolledBackException.class);

        assertThat(database.effects()).isEmpty();
    }

    @Test
    @DisplayName("scenario 32: a result that cannot be stored rolls the work back and names the type")
    void unstorableResultRollsBack() {
        assertThatThrownBy(() -> engine.call(call(), effect(42)))
                .isInstanceOf(TransactionRolledBackException.class)
                .hasMessageContaining("java.lang.Integer")
                .hasCauseInstanceOf(IllegalArgumentException.class);

        assertThat(database.effects()).isEmpty();
        assertThat(database.committed(KEY)).isEmpty();
        assertThat(database.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("scenarios 25, 41: a store that fails once the body has run is unavailable, and rolls it back")
    void lostStoreBehindTheBodyIsUnavailable() {
        assertThatThrownBy(() -> engine.call(call(), () -> {
                    database.failEveryStatement(new StoreFailure("retry later", new SQLException("lost", "08006")));
                    return "result";
                }))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(database.effects()).isEmpty();
        assertThat(database.committed(KEY)).isEmpty();
    }

    @Test
    @DisplayName("scenario 40: a returned failure is given to the caller and rolled back")
    void returnedFailureRollsBack() throws Exception {
        assertThat(engine.call(call(), effect("HTTP 500"))).isEqualTo("HTTP 500");

        assertThat(database.effects()).isEmpty();
        assertThat(database.attempts()).hasSize(1);
        assertThat(engine.call(call(), effect("HTTP 201"))).isEqualTo("HTTP 201");
    }

    @Test
    @DisplayName("scenario 38: bookkeeping that fails is added to the body's own failure")
    void bookkeepingNeverHidesTheFailure() {
        IllegalStateException failure = new IllegalStateException("business");

        assertThatThrownBy(() -> engine.call(call(), () -> {
                    database.failEveryStatement(new StoreFailure("store is gone"));
                    throw failure;
                }))
                .isSameAs(failure)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    }

    @Test
    @DisplayName("scenarios 29, 41: without store or transaction the body does not run")
    void storeDownMeansNoEffect() {
        database.failEveryStatement(
                new StoreFailure("the store is down; retry later", new SQLException("down", "08001")));

        assertThatThrownBy(() -> engine.call(call(), effect("receipt")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("orders.submit");

        database.failEveryStatement(null);
        assertThat(database.effects()).isEmpty();
        assertThat(database.openTransactions()).isZero();
    }

    @Test
    @DisplayName("scenarios 21, 124: deadlocks and lock time-outs are kept, but do not count")
    void transientFailuresDoNotCount() {
        for (String state : List.of("40001", "40P01", "55P03", "08006", "HYT00")) {
            assertThatThrownBy(() ->
                            engine.call(call(), failing(new RuntimeException(new SQLException("transient", state)))))
                    .isInstanceOf(RuntimeException.class);
        }

        assertThat(database.attempts()).hasSize(5).noneMatch(FailedAttempt::counted);
        assertThat(database.committed(KEY)).isEmpty();
    }

    @Test
    @DisplayName("scenario 79: a call that failed too often is parked once, with its arguments")
    void failsThreeTimesAndIsParked() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> engine.call(call(), failing(new IllegalStateException("no"))))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThatThrownBy(() -> engine.call(call(), effect("receipt"))).isInstanceOf(PoisonOperationException.class);

        StoredRecord parked = database.committed(KEY).orElseThrow();
        assertThat(parked.state()).isEqualTo(RecordState.POISON);
        assertThat(parked.result()).as("the model keeps arguments here").contains("[\"order-1\"]");
        assertThat(listener.told).containsExactly("failed", "failed", "failed", "parked after 3");
    }

    @Test
    @DisplayName("scenario 79: a call is parked though something else than its key holds that up for a while")
    void callIsParkedThoughTheStoreIsHeldUp() {
        fail();
        fail();

        assertThatThrownBy(() -> engine.call(call(), () -> {
                    database.hinder(3);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no")
                .hasNoSuppressedExceptions();

        assertThat(database.committed(KEY))
                .get()
                .extracting(StoredRecord::state)
                .isEqualTo(RecordState.POISON);
        assertThat(database.openTransactions()).isZero();
    }

    @Test
    @DisplayName("scenario 79: calls whose failures are kept at the same time are parked by the last one")
    void simultaneousFailuresAreCountedTogether() {
        fail();
        CyclicBarrier bothAreAdded = new CyclicBarrier(2);
        database.whenAttemptIsAdded(() -> await(bothAreAdded));

        CompletableFuture<Void> other = CompletableFuture.runAsync(this::fail);
        fail();
        other.join();

        assertThat(database.committed(KEY))
                .get()
                .extracting(StoredRecord::state)
                .isEqualTo(RecordState.POISON);
        assertThat(database.attempts()).hasSize(3);
    }

    private void fail() {
        assertThatThrownBy(() -> engine.call(call(), failing(new IllegalStateException("no"))))
                .hasMessage("no");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    @DisplayName("scenario 80: an unrecoverable failure parks at the first attempt")
    void unrecoverableFailureParksAtOnce() {
        Operation operation = new Operation(
                "orders.submit",
                FAIL_FAST,
                Retention.parse("P7D"),
                OnDuplicate.RETURN_STORED,
                0,
                List.of(IllegalArgumentException.class),
                false,
                Optional.empty());

        assertThatThrownBy(() ->
                        engine.call(call(operation, ARGUMENTS), failing(new NumberFormatException("not a number"))))
                .isInstanceOf(NumberFormatException.class);

        assertThat(database.committed(KEY).orElseThrow().state()).isEqualTo(RecordState.POISON);
    }
}
