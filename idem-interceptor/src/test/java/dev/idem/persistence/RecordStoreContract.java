package dev.idem.persistence;

import static dev.idem.engine.RecordStore.NO_WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.Digest;
import dev.idem.engine.ParkedCall;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract of {@link dev.idem.engine.RecordStore}: what its parents say of claims, failed attempts and conflicts, and how
 * results and refusals are stored and calls parked.
 */
abstract class RecordStoreContract extends ConflictContract {

    @Test
    @DisplayName("scenarios 30, 73: a result is found once it is committed, never before, and in no cache")
    void resultIsFoundOnceItIsCommitted() {
        Claimant call = claimant(newKey());
        try (TestUnit.Running rolledBack = unit().begin()) {
            rolledBack.store().claim(call, NO_WAIT);
            rolledBack.store().storeResult(call.key().hash(), call.attempt(), "rolled back");
        }

        assertThat(claim(claimant(call.key()))).isInstanceOf(Claim.Claimed.class);
        assertThat(found(claim(claimant(call.key()))).result()).isEmpty();
    }

    @Test
    @DisplayName("scenario 37: a claimed record becomes a refusal with its text, and is found as one")
    void claimedRecordIsRefused() {
        for (Claimant call :
                List.of(claimant(newKey()), claimant(expired(newKey()).key()))) {
            refuse(call);

            StoredRecord refused = found(claim(claimant(call.key())));
            assertThat(refused.state()).isEqualTo(RecordState.REFUSED);
            assertThat(refused.result()).contains("{\"message\":\"no\"}");
            assertThat(refused.fingerprint()).isEqualTo(call.fingerprint());
            assertThat(entity(call.key()).expiresAt)
                    .isCloseTo(entity(call.key()).changedAt.plus(Duration.ofDays(7)), withinASecond());
        }
    }

    @Test
    @DisplayName("scenario 65: an expired refusal is free")
    void expiredRefusalIsFree() {
        Claimant call = claimant(newKey(), MOMENT);
        refuse(call);

        Claim claim = unit().commit(store -> store.takeOver(claimant(call.key()), NO_WAIT));

        assertThat(claim).isInstanceOf(Claim.Claimed.class);
        assertThat(entity(call.key()).state).isEqualTo(RecordState.COMPLETED);
        assertThat(entity(call.key()).result).isNull();
    }

    @Test
    void refusalOfAnotherAttemptIsNotStored() {
        Claimant first = completed(newKey());

        assertThatThrownBy(() -> unit().commit(store -> {
                    store.storeRefusal(first.key().hash(), UUID.randomUUID(), "no");
                    return first;
                }))
                .isInstanceOf(StoreFailure.class);
        assertThat(entity(first.key()).state).isEqualTo(RecordState.COMPLETED);
    }

    private void refuse(Claimant call) {
        unit().commit(store -> {
            Claim claim = store.claim(call, NO_WAIT);
            Claim taken = claim instanceof Claim.Found ? store.takeOver(call, NO_WAIT) : claim;
            assertThat(taken).isInstanceOf(Claim.Claimed.class);
            store.storeRefusal(call.key().hash(), call.attempt(), "{\"message\":\"no\"}");
            return call;
        });
    }

    @Test
    void newKeyIsParked() {
        ParkedCall call = parked(newKey());

        assertThat(park(call)).isTrue();

        RecordEntity row = entity(call.key());
        assertThat(row.state).isEqualTo(RecordState.POISON);
        assertThat(row.arguments).isEqualTo("[{\"id\":1}]");
        assertThat(row.attempt).isEqualTo(call.attempt());
        assertThat(row.fingerprint).isEqualTo(Digest.ofTexts("arguments").bytes());
    }

    @Test
    void parkedCallIsFound() {
        ParkedCall call = parked(newKey());
        park(call);

        assertThat(found(claim(claimant(call.key()))).state()).isEqualTo(RecordState.POISON);
        assertThat(park(parked(call.key()))).isFalse();
    }

    @Test
    void freeRecordIsParked() {
        Claimant failed = completed(newKey());
        set(failed.key(), "state = 'FAILED'");
        Claimant expired = expired(newKey());

        assertThat(park(parked(failed.key()))).isTrue();
        assertThat(park(parked(expired.key()))).isTrue();

        assertThat(entity(failed.key()).state).isEqualTo(RecordState.POISON);
        assertThat(entity(expired.key()).state).isEqualTo(RecordState.POISON);
        assertThat(entity(expired.key()).result).isNull();
        assertThat(entity(expired.key()).epoch).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAILED")
    void recordThatBindsIsNotParked(RecordState state) {
        Claimant first = completed(newKey());
        set(first.key(), "state = '" + state + "'");

        assertThat(park(parked(first.key()))).isFalse();

        RecordEntity row = entity(first.key());
        assertThat(row.state).isEqualTo(state);
        assertThat(row.attempt).isEqualTo(first.attempt());
        assertThat(row.epoch).isEqualTo(1);
    }

    @Test
    void keyThatIsRunningIsNotParkedNorWaitedFor() {
        RecordKey key = newKey();
        Claimant free = expired(newKey());
        try (TestUnit.Running runner = unit().begin()) {
            runner.store().claim(claimant(key), NO_WAIT);
            runner.store().takeOver(claimant(free.key()), NO_WAIT);

            long start = System.nanoTime();
            assertThat(parkOrRollBack(parked(key))).isFalse();
            assertThat(parkOrRollBack(parked(free.key()))).isFalse();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            runner.commit();
        }
        assertThat(entity(key).state).isEqualTo(RecordState.COMPLETED);
        assertThat(entity(free.key()).state).isEqualTo(RecordState.COMPLETED);
    }

    private static ParkedCall parked(RecordKey key) {
        return new ParkedCall(
                key, UUID.randomUUID(), Optional.of(Digest.ofTexts("arguments")), Optional.of("[{\"id\":1}]"), WEEK);
    }

    private boolean park(ParkedCall call) {
        return unit().commit(store -> store.park(call));
    }

    /** After a lock conflict the transaction is good for nothing else. */
    private boolean parkOrRollBack(ParkedCall call) {
        try (TestUnit.Running running = unit().begin()) {
            return running.store().park(call);
        }
    }
}
