package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.idem.DuplicateOperationException;
import dev.idem.KeyReusedException;
import dev.idem.OnDuplicate;
import dev.idem.OperationInProgressException;
import dev.idem.PoisonOperationException;
import dev.idem.StoreUnavailableException;
import dev.idem.UnreadableResultException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EngineRefusalsTest extends EngineFixture {

    private static final IllegalArgumentException NO = new IllegalArgumentException("out of stock");

    /** What others do once the body's transaction has ended. */
    private Runnable meanwhile = () -> {};

    @Test
    @DisplayName("scenarios 35, 37: a refusal rolls back, is stored, and is thrown again without running the body")
    void refusalIsStoredAndThrownAgain() {
        assertThatThrownBy(() -> ask(refusable(), failing(NO))).isSameAs(NO);

        assertThat(database.effects()).isEmpty();
        assertThat(database.attempts()).isEmpty();
        assertThat(database.committed(KEY).orElseThrow().state()).isEqualTo(RecordState.REFUSED);
        assertThatThrownBy(() -> ask(refusable(), effect("other")))
                .isNotSameAs(NO)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("out of stock");
        assertThat(database.effects()).isEmpty();
        assertThat(listener.told).containsExactly("refused", "answered");
        assertThat(database.openTransactions()).isZero();
    }

    @Test
    @DisplayName("scenario 37: a refusal is stored though something else than its key holds that up for a while")
    void refusalIsStoredThoughTheStoreIsHeldUp() {
        assertThatThrownBy(() -> ask(refusable(), () -> {
                    database.hinder(3);
                    throw NO;
                }))
                .isSameAs(NO);

        assertThat(state()).isEqualTo(RecordState.REFUSED);
        assertThat(database.openTransactions()).isZero();
    }

    @Test
    @DisplayName("scenario 37: a refusal binds the arguments, and expires")
    void refusalBindsArgumentsAndExpires() throws Throwable {
        refuse(NO);

        assertThatThrownBy(() -> ask(refusable(PATIENT, OTHER_ARGUMENTS), effect("x")))
                .isInstanceOf(KeyReusedException.class);
        database.expire(KEY);

        assertThat(ask(refusable(PATIENT, OTHER_ARGUMENTS), effect("receipt"))).isEqualTo("receipt");
    }

    @Test
    @DisplayName("scenario 37: an expired record becomes a refusal")
    void expiredRecordIsRefused() throws Throwable {
        ask(refusable(), effect("receipt"));
        database.expire(KEY);

        refuse(NO);

        assertThat(state()).isEqualTo(RecordState.REFUSED);
        assertThat(database.effects()).hasSize(1);
    }

    @Test
    void refusalIsThrownAgainWhereDuplicatesAreRejected() {
        Operation rejecting = operation(PATIENT, OnDuplicate.REJECT);
        assertThatThrownBy(() -> ask(call(rejecting, ARGUMENTS), failing(NO))).isSameAs(NO);

        assertThatThrownBy(() -> ask(call(rejecting, ARGUMENTS), effect("x")))
                .isNotInstanceOf(DuplicateOperationException.class)
                .hasMessage("out of stock");
    }

    @Test
    @DisplayName("scenario 36: refusals do not count towards poison, other failures do")
    void refusalsDoNotCount() {
        for (int i = 0; i < 5; i++) {
            refuse(NO);
            database.expire(KEY);
        }

        assertThat(database.attempts()).isEmpty();
        assertThatThrownBy(() -> ask(refusable(), failing(new IllegalStateException("broken"))))
                .hasMessage("broken");
        assertThat(database.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 124: a transient failure is no refusal, whatever its type")
    void transientFailureIsNoRefusal() {
        refuse(new IllegalArgumentException("deadlock", new SQLException("deadlock", "40001")));

        assertThat(database.committed(KEY)).isEmpty();
        assertThat(database.attempts()).singleElement().matches(attempt -> !attempt.counted());
    }

    @Test
    void refusalThatCannotBeCarriedIsAFailedAttempt() {
        IllegalArgumentException no = new IllegalArgumentException("cannot be carried");

        assertThatThrownBy(() -> ask(refusable(), failing(no))).isSameAs(no);

        assertThat(no.getSuppressed()).singleElement().asString().contains("constructor");
        assertThat(database.committed(KEY)).isEmpty();
        assertThat(database.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("scenario 38: a refusal that cannot be stored is thrown all the same, and the key is free")
    void bookkeepingNeverHidesTheRefusal() throws Throwable {
        IllegalArgumentException no = new IllegalArgumentException("out of stock");

        assertThatThrownBy(() -> ask(refusable(), () -> {
                    database.failEveryStatement(new StoreFailure("store is gone"));
                    throw no;
                }))
                .isSameAs(no);

        assertThat(no.getSuppressed()).hasSize(1);
        database.failEveryStatement(null);
        assertThat(ask(refusable(), effect("receipt"))).isEqualTo("receipt");
    }

    @Test
    @DisplayName("scenario 37: what another caller completed before the refusal was stored is the answer")
    void anotherCallersOutcomeGoesBefore() throws Throwable {
        meanwhile = () -> otherSettles(RecordState.COMPLETED, "receipt");

        assertThat(ask(refusable(), failing(NO))).isEqualTo("receipt");

        assertThat(state()).isEqualTo(RecordState.COMPLETED);
        assertThat(listener.told).containsExactly("answered");
    }

    @Test
    void anotherCallersPoisonGoesBefore() {
        meanwhile = () -> otherSettles(RecordState.POISON, "[]");

        assertThatThrownBy(() -> ask(refusable(), failing(NO))).isInstanceOf(PoisonOperationException.class);
    }

    @Test
    @DisplayName("scenario 14: while another caller runs, the refusal is not stored: it may be contradicted")
    void runningCallerIsWaitedFor() {
        meanwhile = this::otherRuns;

        assertThatThrownBy(() -> ask(refusable(FAIL_FAST, ARGUMENTS), failing(NO)))
                .isInstanceOf(OperationInProgressException.class)
                .satisfies(busy -> assertThat(busy.getSuppressed()).containsExactly(NO));
        assertThat(database.committed(KEY)).isEmpty();
    }

    @Test
    @DisplayName("scenario 109: a joined refusal rolls back whoever swallows it, and is stored afterwards")
    void joinedRefusalIsStoredAfterwards() {
        database.begin();
        assertThatThrownBy(() -> ask(refusable(), failing(NO))).isSameAs(NO);
        assertThatThrownBy(database::commit).isInstanceOf(Transactions.CommitFailure.class);

        assertThat(database.committed(KEY)).as("not in the completing thread").isEmpty();
        database.runLater();

        assertThat(state()).isEqualTo(RecordState.REFUSED);
        assertThat(database.attempts()).isEmpty();
        assertThat(listener.told).containsExactly("refused");
    }

    @Test
    void joinedRefusalNeverReplacesWhatAnotherCallerSettled() {
        database.begin();
        assertThatThrownBy(() -> ask(refusable(), failing(NO))).isSameAs(NO);
        database.rollback();
        database.put(KEY, stored(RecordState.COMPLETED));

        database.runLater();

        assertThat(state()).isEqualTo(RecordState.COMPLETED);
    }

    @Test
    void refusalFromTheRecordLeavesTheJoinedTransactionUsable() {
        refuse(NO);
        database.begin();

        assertThatThrownBy(() -> ask(refusable(), effect("x"))).hasMessage("out of stock");

        assertThat(database.rollbackOnly()).isFalse();
        database.rollback();
    }

    @Test
    @DisplayName(
            "scenarios 39, 54: a stored refusal that is not declared any more is unreadable, the body does not run")
    void undeclaredRefusalIsUnreadable() {
        refuse(NO);

        assertThatThrownBy(() -> ask(call(), effect("x")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContaining("refused, but");
        assertThat(database.effects()).isEmpty();
    }

    @Test
    @DisplayName("scenario 83: a replay whose body refuses ends as a stored refusal")
    void refusedReplayIsStored() {
        database.put(KEY, stored(RecordState.POISON));
        Call replay = new Call(
                operation(PATIENT, OnDuplicate.RETURN_STORED),
                KEY,
                Optional.of(ARGUMENTS),
                Optional.empty(),
                new TextResults(),
                FROM_BROKER,
                Optional.of(new ReplayOrder(7, KEY, 1, false)));

        assertThatThrownBy(() -> ask(replay, failing(NO))).isSameAs(NO);

        assertThat(state()).isEqualTo(RecordState.REFUSED);
        assertThat(database.attempts()).isEmpty();
    }

    @Test
    void engineTellsWhetherARefusalIsOnRecord() {
        assertThat(onRecord(failing(NO))).as("just stored").isTrue();
        assertThat(onRecord(effect("x"))).as("from the record").isTrue();
        database.expire(KEY);
        database.begin();
        assertThat(onRecord(failing(NO)))
                .as("will be stored when the transaction has ended")
                .isFalse();
        database.rollback();
        assertThat(onRecord(() -> {
                    database.failEveryStatement(new StoreFailure("store is gone"));
                    throw NO;
                }))
                .as("could not be stored")
                .isFalse();
    }

    @Test
    void declaredTypeThatTheBodyDidNotThrowIsNoRefusal() {
        database.failEveryStatement(new StoreFailure("store is gone"));

        assertThatThrownBy(() -> engine.call(refusable(), effect("x"))).isInstanceOf(StoreUnavailableException.class);
    }

    private boolean onRecord(Body body) {
        return catchThrowableOfType(RefusedException.class, () -> engine.call(refusable(), body))
                .onRecord();
    }

    /** As a caller sees it. */
    private @Nullable Object ask(Call call, Body body) throws Throwable {
        try {
            return engine.call(call, body);
        } catch (RefusedException refused) {
            throw refused.refusal();
        }
    }

    private RecordState state() {
        return database.committed(KEY).orElseThrow().state();
    }

    private void refuse(IllegalArgumentException no) {
        assertThatThrownBy(() -> ask(refusable(), failing(no))).isSameAs(no);
    }

    private void otherSettles(RecordState state, String text) {
        StoredRecord settled = stored(state);
        database.put(
                KEY,
                new StoredRecord(
                        state, false, settled.attempt(), settled.fingerprint(), Optional.empty(), Optional.of(text)));
    }

    /** Claims in a thread of its own, and goes on. */
    private void otherRuns() {
        Thread owner = new Thread(() -> {
            database.begin();
            database.claim(refusable().claimant(UUID.randomUUID()), RecordStore.NO_WAIT);
        });
        owner.start();
        try {
            owner.join();
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Call refusable() {
        return refusable(PATIENT, ARGUMENTS);
    }

    private Call refusable(Duration waitFor, Digest arguments) {
        return call(operation(waitFor, OnDuplicate.RETURN_STORED), arguments);
    }

    private Operation operation(Duration waitFor, OnDuplicate onDuplicate) {
        return new Operation(
                "orders.submit",
                waitFor,
                Retention.parse("P7D"),
                onDuplicate,
                3,
                List.of(),
                false,
                new MessageRefusals(() -> meanwhile.run()),
                Optional.empty(),
                Duration.ZERO);
    }
}
