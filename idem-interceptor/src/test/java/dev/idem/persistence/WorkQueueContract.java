package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.RequestKind;
import dev.idem.RequestOutcome;
import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.Digest;
import dev.idem.engine.Ending;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.ReplayOrder;
import dev.idem.engine.RequestWork;
import dev.idem.inspect.KeyState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link dev.idem.engine.WorkQueue}, and of claims of parked records. */
abstract class WorkQueueContract extends PayloadContract {

    @Test
    void requestIsClaimedOnce() {
        RecordKey key = poison();
        actions().replayEdited(EDITOR, decide(key, 1), "[{\"id\":2}]");

        RequestWork work = claim("node-1", LEASE).orElseThrow();

        assertThat(work.kind()).isEqualTo(RequestKind.REPLAY);
        assertThat(work.operation()).isEqualTo("orders.submit");
        assertThat(work.record()).isEqualTo(key.hash());
        assertThat(work.recordEpoch()).isEqualTo(1);
        assertThat(work.editedArguments()).contains("[{\"id\":2}]");
        assertThat(claim("node-2", LEASE)).isEmpty();
    }

    @Test
    void requestBeingClaimedIsPassedBy() {
        actions().replay(EDITOR, decide(poison(), 1));
        try (TestUnit.Running first = unit().begin()) {
            assertThat(new JpaWorkQueue(first.database()).claim(application, List.of("orders.submit"), "node-1", LEASE))
                    .isPresent();

            assertThat(claim("node-2", LEASE)).isEmpty();
        }
        assertThat(claim("node-2", LEASE)).as("the first one rolled back").isPresent();
    }

    @Test
    void onlyDeployedOperationsOfThisApplicationAreClaimed() {
        actions().replay(EDITOR, decide(poison(), 1));

        assertThat(claimed(queue -> queue.claim(application, List.of("orders.cancel"), "node-1", LEASE)))
                .isEmpty();
        assertThat(claimed(queue -> queue.claim(application, List.of(), "node-1", LEASE)))
                .isEmpty();
        assertThat(claimed(queue -> queue.claim("another", List.of("orders.submit"), "node-1", LEASE)))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "scenario 117: a claim whose lease has run out is taken by another worker, and the first is fenced off")
    void expiredClaimIsTakenOver() {
        RecordKey key = poison();
        actions().replay(EDITOR, decide(key, 1));
        RequestWork first = claim("node-1", OVER).orElseThrow();

        RequestWork second = claim("node-2", LEASE).orElseThrow();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(did(queue -> queue.renew(first, LEASE))).isFalse();
        assertThat(did(queue -> queue.putBack(first, LEASE))).isFalse();
        assertThat(did(queue -> queue.finish(first, Ending.of(RequestOutcome.SUCCEEDED, "late"))))
                .isFalse();
        assertThat(did(queue -> queue.finish(second, Ending.of(RequestOutcome.SUCCEEDED, "done"))))
                .isTrue();
        assertThat(claim("node-3", LEASE)).isEmpty();
    }

    @Test
    @DisplayName("scenario 117: a renewed claim is not taken")
    void renewedClaimIsKept() {
        actions().replay(EDITOR, decide(poison(), 1));
        RequestWork work = claim("node-1", OVER).orElseThrow();

        assertThat(did(queue -> queue.renew(work, LEASE))).isTrue();

        assertThat(claim("node-2", LEASE)).isEmpty();
    }

    @Test
    void requestThatWasPutBackIsTakenLater() {
        actions().replay(EDITOR, decide(poison(), 1));
        RequestWork first = claim("node-1", LEASE).orElseThrow();

        assertThat(did(queue -> queue.putBack(first, LEASE))).isTrue();
        assertThat(claim("node-2", LEASE)).isEmpty();

        actions().replay(EDITOR, decide(poison(), 1));
        RequestWork second = claim("node-1", LEASE).orElseThrow();
        did(queue -> queue.putBack(second, Duration.ZERO.plus(OVER)));
        assertThat(claim("node-2", LEASE)).map(RequestWork::id).contains(second.id());
    }

    @Test
    void recordIsReadForTheWorker() {
        RecordKey key = poison();

        assertThat(read(queue -> queue.record(key.hash()))).hasValueSatisfying(record -> {
            assertThat(record.key()).isEqualTo(key);
            assertThat(record.state()).isEqualTo(RecordState.POISON);
            assertThat(record.epoch()).isEqualTo(1);
            assertThat(record.arguments()).contains(ARGUMENTS);
        });
        assertThat(read(queue -> queue.record(Digest.ofTexts("none")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("scenario 120: what is parked or unknown is completed by hand, in the version the operator saw")
    void confirmationCompletes(RecordState state) {
        RecordKey key = in(state);
        boolean parked = state == RecordState.POISON || state == RecordState.OUTCOME_UNKNOWN;

        assertThat(did(queue -> queue.confirm(work(key, 2), Optional.of("\"done\""), WEEK)))
                .as("another version")
                .isFalse();
        assertThat(did(queue -> queue.confirm(work(key, 1), Optional.of("\"done\""), WEEK)))
                .isEqualTo(parked);

        if (parked) {
            assertThat(detail(key).line().state()).isEqualTo(KeyState.COMPLETED);
            assertThat(detail(key).line().version()).isEqualTo(2);
            assertThat(detail(key).result()).contains("\"done\"");
        }
    }

    @Test
    @DisplayName("scenario 89: a failed replay shows on the record: changed last now, in a new version")
    void failedReplayTouches() {
        RecordKey key = poison();
        set(key, "changed_at = created_at - interval '1' hour");

        assertThat(did(queue -> queue.touch(work(key, 1)))).isTrue();

        assertThat(detail(key).line().state()).isEqualTo(KeyState.POISON);
        assertThat(detail(key).line().version()).isEqualTo(2);
        assertThat(detail(key).line().changedAt()).isAfterOrEqualTo(detail(key).createdAt());
        assertThat(did(queue -> queue.touch(work(key, 1)))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("scenario 83: only a parked record in the ordered version is claimed for a replay")
    void parkedRecordIsClaimed(RecordState state) {
        RecordKey key = in(state);
        boolean parked = state == RecordState.POISON || state == RecordState.OUTCOME_UNKNOWN;

        assertThat(claimParked(key, 2, false)).isInstanceOf(Claim.Found.class);
        Claim claim = claimParked(key, 1, false);

        if (!parked) {
            assertThat(claim).isInstanceOf(Claim.Found.class);
            assertThat(detail(key).line().version()).isEqualTo(1);
            return;
        }
        assertThat(claim).isInstanceOf(Claim.Claimed.class);
        assertThat(detail(key).line().state()).isEqualTo(KeyState.COMPLETED);
        assertThat(detail(key).line().version()).isEqualTo(2);
        assertThat(detail(key).arguments()).contains(ARGUMENTS);
    }

    @Test
    @DisplayName("scenario 118: edited arguments leave a fingerprint beside the original one")
    void editedFingerprintIsKept() {
        RecordKey key = poison();
        claimParked(key, 1, true);

        assertThat(unit().commit(store -> store.find(key.hash())).orElseThrow()).satisfies(stored -> {
            assertThat(stored.fingerprint()).contains(Digest.ofTexts("arguments"));
            assertThat(stored.editedFingerprint()).contains(Digest.ofTexts("edited"));
        });
    }

    @Test
    @DisplayName("scenario 84: of two replays at once the second finds the record busy, and completed afterwards")
    void secondReplayFindsTheRecordBusy() {
        RecordKey key = poison();
        try (TestUnit.Running first = unit().begin()) {
            assertThat(first.store().claimParked(claimant(key), order(key, 1, false)))
                    .isInstanceOf(Claim.Claimed.class);

            try (TestUnit.Running second = unit().begin()) {
                assertThat(second.store().claimParked(claimant(key), order(key, 1, false)))
                        .isInstanceOf(Claim.Busy.class);
            }
            first.commit();
        }
        assertThat(claimParked(key, 1, false)).isInstanceOf(Claim.Found.class);
    }

    @Test
    @DisplayName("scenario 89: a replay that rolls back leaves the record as it was")
    void rolledBackReplayLeavesTheRecord() {
        RecordKey key = poison();
        try (TestUnit.Running running = unit().begin()) {
            running.store().claimParked(claimant(key), order(key, 1, false));
        }

        assertThat(detail(key).line().state()).isEqualTo(KeyState.POISON);
        assertThat(detail(key).line().version()).isEqualTo(1);
    }

    private Claim claimParked(RecordKey key, int epoch, boolean edited) {
        return unit().commit(store -> store.claimParked(claimant(key), order(key, epoch, edited)));
    }

    private static ReplayOrder order(RecordKey key, int epoch, boolean edited) {
        return new ReplayOrder(1, key, epoch, edited);
    }

    private static Claimant claimant(RecordKey key) {
        return new Claimant(key, UUID.randomUUID(), Optional.of(Digest.ofTexts("edited")), WEEK);
    }

    private static RequestWork work(RecordKey key, int epoch) {
        return new RequestWork(
                0,
                RequestKind.CONFIRM,
                "orders.submit",
                key.hash(),
                epoch,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "node-1",
                1);
    }
}
