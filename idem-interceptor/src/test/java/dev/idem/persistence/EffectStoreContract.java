package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.EffectStore;
import dev.idem.engine.Lease;
import dev.idem.engine.Moves.Move;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.Start;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link EffectStore}: who runs an external effect, and who decides what became of it. */
abstract class EffectStoreContract extends EffectStoreFixture {

    @Test
    @DisplayName("scenarios 60, 61: a record begins in progress, its deadline by the database clock")
    void beginsInProgress() {
        RecordKey key = newKey();

        Lease lease = started(key);

        RecordEntity row = entity(key);
        assertThat(state(key)).isEqualTo(RecordState.IN_PROGRESS);
        assertThat(row.arguments).isEqualTo("[1]");
        assertThat(lease.ifNothingHappened()).isEqualTo(Move.FAIL);
        assertThat(lose(key)).isFalse();
        set(key, "lease_until = " + clock());
        assertThat(lose(key)).isTrue();
    }

    @Test
    void whatRunsIsFoundByOthers() {
        RecordKey key = newKey();
        started(key);

        assertThat(begin(store -> store.start(wanted(key))))
                .isInstanceOfSatisfying(
                        Start.Found.class,
                        found -> assertThat(found.stored().state()).isEqualTo(RecordState.IN_PROGRESS));
    }

    @Test
    void whatIsAboutToBeginIsBusy() {
        RecordKey key = newKey();
        try (TestUnit.Running first = unit().begin()) {
            store(first).start(wanted(key));

            assertThat(begin(store -> store.start(wanted(key)))).isInstanceOf(Start.Busy.class);
        }
    }

    @Test
    @DisplayName("scenario 54: a lease that is renewed is not over")
    void renewedLeaseIsNotOver() {
        RecordKey key = newKey();
        Lease lease = started(key);
        set(key, "lease_until = created_at");

        assertThat(renew(List.of(lease, started(newKey())))).isEqualTo(2);

        assertThat(lose(key)).isFalse();
        assertThat(state(key)).isEqualTo(RecordState.IN_PROGRESS);
    }

    @Test
    @DisplayName("scenario 55: a lease that is over is lost once, and counts as a failed attempt")
    void leaseIsLostOnce() {
        RecordKey key = newKey();
        started(key);
        set(key, "lease_until = created_at");

        try (TestUnit.Running first = unit().begin()) {
            assertThat(store(first).lose(key)).isTrue();
            assertThat(lose(key)).isFalse();
            first.commit();
        }

        assertThat(lose(key)).isFalse();
        assertThat(state(key)).isEqualTo(RecordState.OUTCOME_UNKNOWN);
        assertThat(failures(key)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 55: a call that runs again after a lost lease is one")
    void oneRunsAgain() {
        RecordKey key = newKey();
        Lease lost = lost(key);

        Start first = begin(store -> store.again(wanted(key), lost.attempt()));
        Start second = begin(store -> store.again(wanted(key), lost.attempt()));

        assertThat(first).isInstanceOf(Start.Started.class);
        assertThat(second).isInstanceOf(Start.Busy.class);
    }

    @Test
    @DisplayName("scenarios 56, 78: an owner whose record runs again changes nothing any more")
    void oldOwnerChangesNothing() {
        RecordKey key = newKey();
        Lease old = lost(key);
        Lease now = lease(begin(store -> store.again(wanted(key), old.attempt())));

        assertThat(finish(old)).isFalse();
        assertThat(refuse(old)).isFalse();
        assertThat(end(old, Move.FAIL)).isFalse();
        assertThat(end(old, Move.LOSE)).isFalse();
        assertThat(renew(List.of(old))).isZero();

        assertThat(state(key)).isEqualTo(RecordState.IN_PROGRESS);
        assertThat(finish(now)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Move.class,
            names = {"FINISH", "REFUSE_EFFECT", "FAIL", "LOSE"})
    @DisplayName("scenarios 57 to 59: what has ended is not renewed, not completed twice, not ended twice")
    void endsOnce(Move move) {
        RecordKey key = newKey();
        Lease lease = started(key);
        assertThat(moved(lease, move)).isTrue();

        assertThat(renew(List.of(lease))).isZero();
        assertThat(end(lease, Move.FAIL)).isFalse();
        assertThat(end(lease, Move.LOSE)).isFalse();
        assertThat(move != Move.LOSE && refuse(lease)).isFalse();
        assertThat(finish(lease)).isEqualTo(move == Move.LOSE);
    }

    @Test
    @DisplayName("scenario 37: a refusal is stored as a result is, and expires as one")
    void refusalIsStored() {
        RecordKey key = newKey();
        Lease lease = started(key);

        assertThat(refuse(lease)).isTrue();

        RecordEntity row = entity(key);
        assertThat(state(key)).isEqualTo(RecordState.REFUSED);
        assertThat(find(key).orElseThrow().result()).contains("declined");
        assertThat(row.arguments).isNull();
        assertThat(row.owner).isNull();
        assertThat(row.leaseUntil).isNull();
        set(key, "expires_at = created_at");
        assertThat(start(key).failedBefore()).isFalse();
    }

    @Test
    @DisplayName("scenario 113: who begins learns whether the same call certainly failed before")
    void startTellsWhatFailedBefore() {
        RecordKey key = newKey();

        Start.Started first = start(key);
        end(first.lease(), Move.FAIL);

        assertThat(first.failedBefore()).isFalse();
        assertThat(start(key).failedBefore()).isTrue();
    }

    @Test
    @DisplayName("scenario 62: without a deadline a record is locked until it expires, and no orphan")
    void withoutADeadlineItIsNoOrphan() {
        RecordKey key = newKey();
        started(key);
        set(key, "lease_until = null");
        assertThat(lose(key)).isFalse();

        set(key, "expires_at = created_at");

        assertThat(lose(key)).isTrue();
    }

    @Test
    @DisplayName("scenario 114: a late owner completes what is unknown while nobody decided")
    void lateOwnerCompletes() {
        RecordKey key = newKey();
        Lease late = lost(key);

        assertThat(finish(late)).isTrue();

        assertThat(state(key)).isEqualTo(RecordState.COMPLETED);
        assertThat(find(key).orElseThrow().result()).contains("paid");
    }

    @Test
    @DisplayName("scenario 114: a late owner's refusal counts while nobody decided")
    void lateOwnerRefuses() {
        RecordKey key = newKey();

        assertThat(refuse(lost(key))).isTrue();

        assertThat(state(key)).isEqualTo(RecordState.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Move.class,
            names = {"RELEASE", "CONFIRM"})
    @DisplayName("scenario 114: a late owner is refused once an operator decided")
    void lateOwnerIsRefusedAfterADecision(Move decision) {
        RecordKey key = newKey();
        Lease late = lost(key);
        decide(key, late, decision);

        assertThat(finish(late)).isFalse();
        assertThat(refuse(late)).isFalse();

        assertThat(state(key)).isEqualTo(decision.target().orElseThrow());
    }

    @Test
    @DisplayName("scenario 56: a key that was freed and begun anew is not the old owner's")
    void freedKeyBeginsAnew() {
        RecordKey key = newKey();
        Lease old = started(key);
        end(old, Move.FAIL);

        Lease now = started(key);

        assertThat(now.epoch()).isGreaterThan(old.epoch());
        assertThat(finish(old)).isFalse();
        assertThat(finish(now)).isTrue();
    }

    @Test
    void whatIsTriedTooOftenIsGivenUpByItsAttempt() {
        RecordKey key = newKey();
        Lease lost = lost(key);

        assertThat(giveUp(key, UUID.randomUUID())).isFalse();
        assertThat(giveUp(key, lost.attempt())).isTrue();

        assertThat(state(key)).isEqualTo(RecordState.POISON);
        assertThat(finish(lost)).isFalse();
    }

    @Test
    @DisplayName("scenario 83: an operator's order runs a parked record in its version, once")
    void orderRunsItsVersionOnce() {
        RecordKey key = newKey();
        Lease lost = lost(key);
        ReplayOrder order = new ReplayOrder(1, key, lost.epoch(), false);

        Lease rerun = lease(begin(store -> store.replay(wanted(key), order)));

        assertThat(rerun.epoch()).isEqualTo(lost.epoch() + 1);
        assertThat(rerun.ifNothingHappened())
                .as("the first run's outcome stays unknown")
                .isEqualTo(Move.LOSE);
        assertThat(begin(store -> store.replay(wanted(key), order))).isNotInstanceOf(Start.Started.class);
        assertThat(finish(lost)).isFalse();
        assertThat(finish(rerun)).isTrue();
    }

    @Test
    void poisonIsPoisonAgainIfNothingHappened() {
        RecordKey key = newKey();
        Lease lost = lost(key);
        giveUp(key, lost.attempt());
        ReplayOrder order = new ReplayOrder(1, key, lost.epoch() + 1, false);

        Lease rerun = lease(begin(store -> store.replay(wanted(key), order)));

        assertThat(rerun.ifNothingHappened()).isEqualTo(Move.REPARK);
        assertThat(end(rerun, Move.REPARK)).isTrue();
        assertThat(state(key)).isEqualTo(RecordState.POISON);
    }

    @Test
    @DisplayName("scenario 60: a sweep finds an application's lost leases, and no others")
    void sweepFindsLostLeases() {
        String application = "swept-" + UUID.randomUUID();
        RecordKey over = RecordKey.of(application, "orders.submit", "", "over");
        RecordKey running = RecordKey.of(application, "orders.submit", "", "running");
        RecordKey foreign = newKey();
        List.of(over, running, foreign).forEach(this::started);
        set(over, "lease_until = created_at");
        set(foreign, "lease_until = created_at");

        assertThat(sweep(application)).extracting(RecordKey::key).containsExactly("over");

        assertThat(state(over)).isEqualTo(RecordState.OUTCOME_UNKNOWN);
        assertThat(state(running)).isEqualTo(RecordState.IN_PROGRESS);
        assertThat(state(foreign)).isEqualTo(RecordState.IN_PROGRESS);
    }
}
