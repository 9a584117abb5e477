package dev.idem.persistence;

import static dev.idem.engine.RecordStore.NO_WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.Retention;
import dev.idem.engine.StoreFailure;
import dev.idem.engine.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How keys are claimed by one caller at a time. */
abstract class ClaimContract extends StoreFixture {

    @Test
    @DisplayName("scenario 1: a new key is claimed, its result stored as completed")
    void newKeyIsClaimed() {
        Claimant call = claimant(newKey());

        Claim claim = unit().commit(store -> {
            Claim claimed = store.claim(call, NO_WAIT);
            store.storeResult(call.key().hash(), call.attempt(), "{\"id\":1}");
            return claimed;
        });

        assertThat(claim).isEqualTo(new Claim.Claimed());
        assertAlike(find(call.key()).orElseThrow(), completed(call, Optional.of("{\"id\":1}")));
    }

    @Test
    @DisplayName("scenario 2: a completed key is found")
    void completedKeyIsFound() {
        Claimant first = completed(newKey());

        Claim claim = claim(claimant(first.key()));

        assertAlike(found(claim), find(first.key()).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "0", "false", "\"ż\\n\uD83D\uDE00\""})
    @DisplayName("scenario 3: exactly the stored result comes back")
    void resultComesBackExactly(String result) {
        Claimant call = claimant(newKey());
        unit().commit(store -> {
            store.claim(call, NO_WAIT);
            store.storeResult(call.key().hash(), call.attempt(), result);
            return result;
        });

        assertThat(found(claim(claimant(call.key()))).result()).contains(result);
    }

    @Test
    @DisplayName("scenario 3: a void call has no result")
    void voidCallHasNoResult() {
        Claimant call = completed(newKey());

        assertThat(found(claim(claimant(call.key()))).result()).isEmpty();
    }

    @Test
    void resultOfAMegabyteComesBack() {
        Claimant call = claimant(newKey());
        String result = "x".repeat(1_000_000);
        unit().commit(store -> {
            store.claim(call, NO_WAIT);
            store.storeResult(call.key().hash(), call.attempt(), result);
            return result;
        });

        assertThat(find(call.key()).orElseThrow().result()).contains(result);
    }

    @Test
    @DisplayName("scenarios 5, 121 and 123: application, operation and scope keep the same key apart")
    void sameKeyElsewhereIsIndependent() {
        RecordKey key = newKey();
        completed(key);

        assertThat(claim(claimant(RecordKey.of("other", key.operation(), key.scope(), key.key()))))
                .isInstanceOf(Claim.Claimed.class);
        assertThat(claim(claimant(RecordKey.of(key.application(), "other", key.scope(), key.key()))))
                .isInstanceOf(Claim.Claimed.class);
        assertThat(claim(claimant(RecordKey.of(key.application(), key.operation(), "other", key.key()))))
                .isInstanceOf(Claim.Claimed.class);
    }

    @Test
    @DisplayName("scenario 112: keys that differ only in case, accent, trailing space or Unicode form are different")
    void keysAreComparedByteForByte() {
        String unique = UUID.randomUUID().toString();
        for (String variant : new String[] {"é", "É", "e", "e\u0301", "é ", " é", "ss", "ß", "\uD83D\uDE00"}) {
            RecordKey key = RecordKey.of("app", "op", "", unique + variant);
            completed(key);

            assertThat(entity(key).key).isEqualTo(unique + variant);
        }
    }

    @Test
    @DisplayName("scenario 17: a duplicate leaves its transaction usable")
    void duplicateLeavesTransactionUsable() {
        Claimant first = completed(newKey());
        String row = UUID.randomUUID().toString();

        try (TestUnit.Running running = unit().begin()) {
            assertThat(running.store().claim(claimant(first.key()), NO_WAIT)).isInstanceOf(Claim.Found.class);
            running.update("insert into business values (?)", row);
            running.commit();
        }

        assertThat(businessRows(row)).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 24: a claim that is rolled back leaves nothing")
    void rolledBackClaimLeavesNothing() {
        RecordKey key = newKey();
        try (TestUnit.Running running = unit().begin()) {
            running.store().claim(claimant(key), NO_WAIT);
        }

        assertThat(find(key)).isEmpty();
    }

    @Test
    @DisplayName("scenario 52: a row written by an earlier version is found")
    void oldHashIsFound() {
        RecordKey key = RecordKey.of("shop", "orders.submit", "alice", "Zażółć-42");
        try (TestUnit.Running running = unit().begin()) {
            running.update(
                    "insert into idem_record (key_hash, application, operation, scope, idem_key, state, attempt_id,"
                            + " epoch, created_at, changed_at, expires_at) values (" + hexLiteral(OLD_HASH)
                            + ", 'shop', 'orders.submit', 'alice', ?, 'COMPLETED',"
                            + " '0b6f1b0e-7c3e-4f6e-9a51-0a54f3d7f9aa', 1, " + clock() + ", " + clock()
                            + ", '2999-01-01 00:00:00')",
                    key.key());
            running.commit();
        }

        assertThat(found(claim(claimant(key))).attempt())
                .isEqualTo(UUID.fromString("0b6f1b0e-7c3e-4f6e-9a51-0a54f3d7f9aa"));
    }

    @Test
    @DisplayName("scenario 126: how long a record binds is told by the database clock")
    void timeThatIsLeftIsTold() {
        Claimant first = completed(newKey());

        Duration claimed = found(claim(claimant(first.key()))).bindsFor();
        Duration read = find(first.key()).orElseThrow().bindsFor();

        assertThat(claimed).isBetween(Duration.ofDays(7).minusMinutes(1), Duration.ofDays(7));
        assertThat(read).isBetween(Duration.ofDays(7).minusMinutes(1), Duration.ofDays(7));
    }

    @Test
    @DisplayName("scenario 65: an expired record is found as expired and made new in place")
    void expiredRecordIsMadeNew() {
        Claimant old = expired(newKey());
        Claimant call = claimant(old.key());
        StoredRecord before = found(claim(call));

        Claim claim = unit().commit(store -> store.takeOver(call, NO_WAIT));

        assertThat(before.expired()).isTrue();
        assertThat(before.bindsFor()).isLessThanOrEqualTo(Duration.ZERO);
        assertThat(claim).isEqualTo(new Claim.Claimed());
        assertAlike(find(old.key()).orElseThrow(), completed(call, Optional.empty()));
        assertThat(entity(old.key()).epoch).isEqualTo(2);
    }

    @Test
    void failedRecordIsTakenOver() {
        Claimant old = completed(newKey());
        set(old.key(), "state = 'FAILED', edited_fingerprint = fingerprint, owner = 'x', arguments = '[]'");

        Claim claim = unit().commit(store -> store.takeOver(claimant(old.key()), NO_WAIT));

        assertThat(claim).isEqualTo(new Claim.Claimed());
        RecordEntity row = entity(old.key());
        assertThat(row.state).isEqualTo(RecordState.COMPLETED);
        assertThat(row.editedFingerprint).isNull();
        assertThat(row.owner).isNull();
        assertThat(row.arguments).isNull();
    }

    @Test
    @DisplayName("scenario 28: a claim that this transaction holds is confirmed")
    void heldClaimIsConfirmed() {
        Claimant call = claimant(newKey());

        unit().commit(store -> {
            store.claim(call, NO_WAIT);
            store.confirm(call.key().hash(), call.attempt());
            return call;
        });

        assertThat(find(call.key())).isPresent();
    }

    @Test
    void takenOverRecordGetsAResult() {
        Claimant old = expired(newKey());
        Claimant call = claimant(old.key());

        unit().commit(store -> {
            store.takeOver(call, NO_WAIT);
            store.storeResult(call.key().hash(), call.attempt(), "2");
            return call;
        });

        assertThat(find(old.key()).orElseThrow().result()).contains("2");
    }

    @Test
    void recordThatBindsIsNotTakenOver() {
        Claimant first = completed(newKey());

        Claim claim = unit().commit(store -> store.takeOver(claimant(first.key()), NO_WAIT));

        assertThat(found(claim).attempt()).isEqualTo(first.attempt());
    }

    @Test
    void recordThatIsGoneIsNotTakenOver() {
        assertThat(unit().<Claim>commit(store -> store.takeOver(claimant(newKey()), NO_WAIT)))
                .isEqualTo(new Claim.Busy());
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_PROGRESS", "POISON", "OUTCOME_UNKNOWN", "DISMISSED"})
    @DisplayName("scenario 115: what an operator or a runner settles binds past its time")
    void unsettledRecordDoesNotExpire(RecordState state) {
        Claimant old = expired(newKey());
        set(old.key(), "state = '" + state + "'");

        Claim claim = unit().commit(store -> store.takeOver(claimant(old.key()), NO_WAIT));

        assertThat(found(claim).state()).isEqualTo(state);
        assertThat(entity(old.key()).epoch).isEqualTo(1);
    }

    @Test
    void anotherAttemptsResultIsNotStored() {
        Claimant first = completed(newKey());

        assertThatThrownBy(() -> unit().commit(store -> {
                    store.storeResult(first.key().hash(), UUID.randomUUID(), "forged");
                    return first;
                }))
                .isInstanceOf(StoreFailure.class);
        assertThat(find(first.key()).orElseThrow().result()).isEmpty();
    }

    @Test
    void uncheckedArgumentsHaveNoFingerprint() {
        RecordKey key = newKey();
        Claimant call = new Claimant(key, UUID.randomUUID(), Optional.empty(), WEEK);
        claim(call);

        assertThat(find(key).orElseThrow().fingerprint()).isEmpty();
    }

    @Test
    void timesAreThoseOfTheDatabaseWhateverTheTimeZoneOfTheSession() {
        RecordEntity row = entity(completed(newKey()).key());

        assertThat(row.createdAt).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
        assertThat(row.changedAt).isEqualTo(row.createdAt);
        assertThat(row.expiresAt).isCloseTo(row.createdAt.plus(7, ChronoUnit.DAYS), withinASecond());
    }

    @Test
    @DisplayName("scenario 71: months are calendar months")
    void monthsAreCalendarMonths() {
        Retention retention = new Retention(14, Duration.parse("PT1H0.000007S"));
        RecordKey key = newKey();
        claim(new Claimant(key, UUID.randomUUID(), Optional.empty(), retention));

        RecordEntity row = entity(key);

        Instant expected = row.createdAt
                .atOffset(ZoneOffset.UTC)
                .plusMonths(14)
                .plus(retention.rest())
                .toInstant();
        assertThat(row.expiresAt).isCloseTo(expected, withinASecond());
    }

    @Test
    void lockTimeOutOfTheConnectionIsLeftAsItWas() {
        Claimant old = expired(newKey());
        try (TestUnit.Running running = unit().begin()) {
            String before = running.value(lockTimeout());

            running.store().claim(claimant(newKey()), Duration.ofSeconds(1));
            running.store().claim(claimant(old.key()), NO_WAIT);
            running.store().takeOver(claimant(old.key()), NO_WAIT);

            assertThat(running.value(lockTimeout())).isEqualTo(before);
        }
    }

    @Test
    void longestNamesFit() {
        RecordKey key = RecordKey.of("a".repeat(128), "ż".repeat(255), "ż".repeat(255), "\u4E2D".repeat(255));
        completed(key);

        assertThat(entity(key).key).isEqualTo(key.key());
        assertThat(key.key().getBytes(StandardCharsets.UTF_8)).hasSize(765);
    }

    private static StoredRecord completed(Claimant by, Optional<String> result) {
        return new StoredRecord(RecordState.COMPLETED, false, by.attempt(), by.fingerprint(), Optional.empty(), result);
    }

    /** But for the time that is left. */
    private static void assertAlike(StoredRecord stored, StoredRecord expected) {
        assertThat(stored).usingRecursiveComparison().ignoringFields("bindsFor").isEqualTo(expected);
    }
}
