package dev.idem.persistence;

import static dev.idem.engine.RecordStore.NO_WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.FailedAttempt;
import dev.idem.engine.FailureCause;
import dev.idem.engine.RecordKey;
import dev.idem.engine.Retention;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How failed attempts are kept and counted, on a real database. */
abstract class FailedAttemptContract extends EffectStoreContract {

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
}
