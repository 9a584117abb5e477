package dev.idem.persistence;

import static dev.idem.engine.RecordStore.NO_WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.Conflict;
import dev.idem.engine.Digest;
import dev.idem.engine.FailedAttempt;
import dev.idem.engine.FailureCause;
import dev.idem.engine.Origin;
import dev.idem.engine.ParkedCall;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.Retention;
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
 * The contract of {@link dev.idem.engine.RecordStore}: what its parents say of claims, and how failed attempts are kept
 * and calls parked.
 */
abstract class RecordStoreContract extends EffectStoreContract {

    @Test
    @DisplayName("scenario 36: failed attempts are kept and counted")
    void failedAttemptsAreCounted() {
        RecordKey key = newKey();

        assertThat(keep(key, true, WEEK)).isEqualTo(1);
        assertThat(keep(key, true, WEEK)).isEqualTo(2);
        assertThat(keep(newKey(), true, WEEK)).isEqualTo(1);
        assertThat(count(key)).isEqualTo(2);
    }

    @Test
    @DisplayName("scenario 124: transient failures are kept and not counted")
    void transientFailuresAreNotCounted() {
        RecordKey key = newKey();

        assertThat(keep(key, false, WEEK)).isZero();
        assertThat(keep(key, true, WEEK)).isEqualTo(1);
        assertThat(attempts(key)).hasSize(2);
    }

    @Test
    void expiredAttemptsAreNotCounted() {
        RecordKey key = newKey();
        keep(key, true, MOMENT);

        assertThat(count(key)).isZero();
        assertThat(keep(key, true, WEEK)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 79: a key keeps 50 counted attempts, the youngest")
    void oldestAttemptsAreDeleted() {
        RecordKey key = newKey();
        RuntimeException failure = new IllegalStateException("first");
        unit().commit(store -> keep(store, failed(key, failure, true)));
        keep(key, false, WEEK);
        for (int i = 0; i < 50; i++) {
            keep(key, true, WEEK);
        }

        assertThat(count(key)).isEqualTo(50);
        assertThat(attempts(key)).hasSize(51).noneMatch(attempt -> attempt.message.equals("first"));
    }

    @Test
    void failureIsKeptWithItsCause() {
        RecordKey key = newKey();
        RuntimeException failure =
                new IllegalStateException("no stock for \uD83D\uDE00", new RuntimeException("inner"));
        FailedAttempt failed = failed(key, failure, true);
        unit().commit(store -> keep(store, failed));

        AttemptEntity kept = attempts(key).get(0);

        assertThat(kept.attempt).isEqualTo(failed.attempt());
        assertThat(kept.application).isEqualTo(key.application());
        assertThat(kept.operation).isEqualTo(key.operation());
        assertThat(kept.exception).isEqualTo("java.lang.IllegalStateException");
        assertThat(kept.message).isEqualTo("no stock for \uD83D\uDE00");
        assertThat(kept.trace).contains("Caused by: java.lang.RuntimeException: inner");
        assertThat(kept.node).isEqualTo("node-1");
        assertThat(kept.expiresAt).isAfter(kept.failedAt);
    }

    @Test
    @DisplayName("scenario 110: keeping a failure does not wait for the key's next runner")
    void keepingAFailureDoesNotWait() {
        RecordKey key = newKey();
        try (TestUnit.Running runner = unit().begin()) {
            runner.store().claim(claimant(key), NO_WAIT);

            long start = System.nanoTime();
            keep(key, true, WEEK);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    @DisplayName("scenario 111: failures of one key at once are all kept")
    void failuresAtOnceAreAllKept() throws Exception {
        RecordKey key = newKey();

        together(20, () -> keep(key, true, WEEK));

        assertThat(count(key)).isEqualTo(20);
    }

    @Test
    @DisplayName("scenario 90: a conflict is kept with all that is known of it")
    void conflictIsKept() {
        Conflict conflict = conflict(newKey(), Origin.Source.MESSAGE, "other arguments");

        unit().commit(store -> keep(store, conflict));

        assertThat(conflicts(conflict.key())).singleElement().satisfies(row -> {
            assertThat(row.recorded).isEqualTo(conflict.recorded().bytes());
            assertThat(row.fingerprint).isEqualTo(conflict.fingerprint().bytes());
            assertThat(row.operation).isEqualTo("orders.submit");
            assertThat(row.arguments).isEqualTo("[{\"id\":2}]");
            assertThat(row.source).isEqualTo("MESSAGE");
            assertThat(row.messageId).hasSize(255).startsWith("ID:");
            assertThat(row.caller).isEqualTo("alice");
            assertThat(row.node).isEqualTo("node-1");
            assertThat(row.expiresAt).isCloseTo(row.occurredAt.plus(Duration.ofDays(7)), withinASecond());
        });
    }

    @Test
    void everyMessageIsKeptAsAConflictButNotItsRedelivery() {
        RecordKey key = newKey();
        for (String delivery : List.of("ID:1", "ID:2", "ID:2")) {
            unit().commit(store -> keep(store, message(key, Optional.of(delivery))));
        }
        assertThat(conflicts(key)).extracting(row -> row.messageId).containsExactly("ID:1", "ID:2");

        unit().commit(store -> keep(store, message(key, Optional.empty())));
        unit().commit(store -> keep(store, message(key, Optional.empty())));
        assertThat(conflicts(key)).hasSize(4);
    }

    private static Conflict message(RecordKey key, Optional<String> deliveryId) {
        Digest arguments = Digest.ofTexts("arguments");
        return new Conflict(
                key,
                arguments,
                Digest.ofTexts("other"),
                Optional.empty(),
                Origin.Source.MESSAGE,
                deliveryId,
                Optional.empty(),
                WEEK);
    }

    @Test
    void aKeyKeepsFiftyRequestsAsConflictsButEveryMessage() {
        RecordKey key = newKey();
        unit().commit(store -> {
            for (int i = 0; i < 55; i++) {
                store.keepConflict(conflict(key, Origin.Source.HTTP, "arguments " + i));
            }
            return key;
        });
        assertThat(conflicts(key)).hasSize(50);

        unit().commit(store -> keep(store, message(key, Optional.of("ID:1"))));
        assertThat(conflicts(key)).hasSize(51);
    }

    @Test
    void repeatedRequestIsOneConflict() {
        RecordKey key = newKey();
        Conflict first = conflict(key, Origin.Source.HTTP, "other arguments");

        unit().commit(store -> keep(store, first));
        unit().commit(store -> keep(store, first));
        assertThat(conflicts(key)).hasSize(1);

        unit().commit(store -> keep(store, conflict(key, Origin.Source.HTTP, "third arguments")));
        assertThat(conflicts(key)).hasSize(2);
    }

    @Test
    void conflictGoesWithTheTransactionItIsKeptIn() {
        Conflict conflict = conflict(newKey(), Origin.Source.MESSAGE, "other arguments");
        try (TestUnit.Running running = unit().begin()) {
            running.store().keepConflict(conflict);
        }

        assertThat(conflicts(conflict.key())).isEmpty();
    }

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

    private static Conflict conflict(RecordKey key, Origin.Source source, String arguments) {
        return new Conflict(
                key,
                Digest.ofTexts("arguments"),
                Digest.ofTexts(arguments),
                Optional.of("[{\"id\":2}]"),
                source,
                Optional.of("ID:" + "1".repeat(300)),
                Optional.of("alice"),
                WEEK);
    }

    private static Conflict keep(JpaRecordStore store, Conflict conflict) {
        store.keepConflict(conflict);
        return conflict;
    }

    private List<ConflictEntity> conflicts(RecordKey key) {
        try (TestUnit.Running running = unit().begin()) {
            return running.entityManager()
                    .createQuery("from IdemConflict where keyHash = :key order by id", ConflictEntity.class)
                    .setParameter("key", key.hash().bytes())
                    .getResultList();
        }
    }

    private int keep(RecordKey key, boolean counted, Retention expireAfter) {
        return unit().commit(store -> keep(
                store,
                new FailedAttempt(
                        key,
                        UUID.randomUUID(),
                        FailureCause.of(new IllegalStateException("x")),
                        counted,
                        expireAfter)));
    }

    private static int keep(JpaRecordStore store, FailedAttempt failure) {
        store.keepFailure(failure);
        return store.countFailures(failure.key().hash());
    }

    private static FailedAttempt failed(RecordKey key, RuntimeException failure, boolean counted) {
        return new FailedAttempt(key, UUID.randomUUID(), FailureCause.of(failure), counted, WEEK);
    }

    private int count(RecordKey key) {
        return unit().commit(store -> store.countFailures(key.hash()));
    }

    private List<AttemptEntity> attempts(RecordKey key) {
        try (TestUnit.Running running = unit().begin()) {
            return running.entityManager()
                    .createQuery("from IdemAttempt where keyHash = :key order by id", AttemptEntity.class)
                    .setParameter("key", key.hash().bytes())
                    .getResultList();
        }
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
