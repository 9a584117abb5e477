package dev.idem.persistence;

import static dev.idem.engine.RecordStore.NO_WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.StoreHeldUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How keys are claimed by many callers at once. */
@Timeout(60)
abstract class ConcurrentClaimContract extends ClaimContract {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterAll
    void stopThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("scenario 4: different keys do not wait for each other")
    void differentKeysDoNotWait() {
        try (TestUnit.Running first = unit().begin()) {
            first.store().claim(claimant(newKey()), NO_WAIT);

            assertThat(claim(claimant(newKey()))).isEqualTo(new Claim.Claimed());
        }
    }

    @Test
    @DisplayName("scenario 11: of 100 callers with one new key, exactly one claims it")
    void oneOfManyClaims() throws Exception {
        RecordKey key = newKey();

        List<Claim> claims = together(100, () -> claimUntilSettled(key));

        assertThat(claims).filteredOn(Claim.Claimed.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Claim.Found.class::isInstance).hasSize(99);
    }

    @Test
    @DisplayName("scenario 12: a key that is being claimed is busy at once")
    void claimedKeyIsBusyAtOnce() {
        RecordKey key = newKey();
        try (TestUnit.Running owner = unit().begin()) {
            owner.store().claim(claimant(key), NO_WAIT);

            long start = System.nanoTime();
            Claim claim = tryClaim(key, NO_WAIT);

            assertThat(claim).isEqualTo(new Claim.Busy());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    @DisplayName("scenario 13: a waiting caller finds what the first committed")
    void waiterFindsWhatTheFirstCommitted() throws Exception {
        RecordKey key = newKey();
        Claimant first = claimant(key);
        try (TestUnit.Running owner = unit().begin()) {
            owner.store().claim(first, NO_WAIT);
            Future<Claim> waiter = threads.submit(() -> tryClaim(key, LONG));
            awaitBlocked(waiter);
            owner.store().storeResult(key.hash(), first.attempt(), "1");
            owner.commit();

            assertFoundOrHidden(waiter.get(), first);
        }
    }

    @Test
    @DisplayName("scenario 14: a wait is bounded, and the owner undisturbed")
    void waitIsBounded() {
        RecordKey key = newKey();
        Claimant first = claimant(key);
        try (TestUnit.Running owner = unit().begin()) {
            owner.store().claim(first, NO_WAIT);

            long start = System.nanoTime();
            Claim claim = tryClaim(key, Duration.ofMillis(300));

            assertThat(claim).isEqualTo(new Claim.Busy());
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(waits() ? 290 : 0), Duration.ofSeconds(5));
            owner.store().storeResult(key.hash(), first.attempt(), "1");
            owner.commit();
        }
        assertThat(find(key).orElseThrow().result()).contains("1");
    }

    @Test
    @DisplayName("scenario 15: when the first rolls back, exactly one waiter claims")
    void oneWaiterClaimsAfterRollback() throws Exception {
        RecordKey key = newKey();
        List<Future<Claim>> waiters = new ArrayList<>();
        try (TestUnit.Running owner = unit().begin()) {
            owner.store().claim(claimant(key), NO_WAIT);
            for (int i = 0; i < 3; i++) {
                waiters.add(threads.submit(() -> tryClaim(key, LONG)));
            }
            awaitBlocked(waiters.get(2));
        }

        List<Claim> claims = new ArrayList<>();
        for (Future<Claim> waiter : waiters) {
            claims.add(waiter.get());
        }
        if (!waits()) {
            claims.add(tryClaim(key, NO_WAIT));
        }
        assertThat(claims).filteredOn(Claim.Claimed.class::isInstance).hasSize(1);
    }

    @Test
    @DisplayName("scenario 18: a record committed behind the snapshot is never claimed, and looking for it ends")
    void recordBehindTheSnapshotIsNotClaimed() {
        RecordKey key = newKey();
        try (TestUnit.Running running = unit().begin()) {
            running.store().find(key.hash());
            Claimant first = completed(key);

            assertFoundOrHidden(running.store().claim(claimant(key), NO_WAIT), first);
        }
    }

    @Test
    @DisplayName("scenario 18: a record taken over behind the snapshot is not taken over again")
    void recordTakenOverBehindTheSnapshotIsNotTakenOverAgain() {
        Claimant old = expired(newKey());
        try (TestUnit.Running running = unit().begin()) {
            running.store().find(old.key().hash());
            Claimant first = claimant(old.key());
            unit().commit(store -> store.takeOver(first, NO_WAIT));

            assertFoundOrHidden(running.store().takeOver(claimant(old.key()), NO_WAIT), first);
        }
    }

    @Test
    @DisplayName("scenario 66: while an expired record is being replaced, another caller finds it busy, then fresh")
    void expiredRecordBeingReplacedIsBusy() {
        Claimant old = expired(newKey());
        Claimant first = claimant(old.key());
        try (TestUnit.Running owner = unit().begin()) {
            owner.store().takeOver(first, NO_WAIT);

            assertThat(tryTakeOver(old.key(), NO_WAIT)).isEqualTo(new Claim.Busy());
            owner.commit();
        }
        assertThat(found(claim(claimant(old.key()))).attempt()).isEqualTo(first.attempt());
        assertThat(found(tryTakeOver(old.key(), NO_WAIT)).attempt()).isEqualTo(first.attempt());
    }

    @Test
    @DisplayName("scenario 66: a caller that waited for the replacement finds it")
    void waiterFindsTheReplacement() throws Exception {
        Claimant old = expired(newKey());
        Claimant first = claimant(old.key());
        try (TestUnit.Running owner = unit().begin()) {
            owner.store().takeOver(first, NO_WAIT);
            Future<Claim> waiter = threads.submit(() -> tryTakeOver(old.key(), LONG));
            await().during(Duration.ofMillis(200)).until(() -> !waiter.isDone());
            owner.commit();

            assertFoundOrHidden(waiter.get(), first);
        }
    }

    @Test
    void replacementThatIsRolledBackLeavesTheOldRecord() {
        Claimant old = expired(newKey());
        try (TestUnit.Running owner = unit().begin()) {
            owner.store().takeOver(claimant(old.key()), NO_WAIT);
        }

        assertThat(find(old.key()).orElseThrow().attempt()).isEqualTo(old.attempt());
        assertThat(find(old.key()).orElseThrow().result()).contains("old");
    }

    @Test
    @DisplayName("scenario 116: of callers with an expired key at once, exactly one claims it")
    void oneOfManyTakesOver() throws Exception {
        Claimant old = expired(newKey());

        List<Claim> claims = together(20, () -> tryTakeOver(old.key(), NO_WAIT));

        assertThat(claims).filteredOn(Claim.Claimed.class::isInstance).hasSize(1);
        assertThat(entity(old.key()).epoch).isEqualTo(2);
        assertThat(entity(old.key()).state).isEqualTo(RecordState.COMPLETED);
    }

    /** A transaction per try, as owned calls have; a busy one is rolled back. */
    Claim tryClaim(RecordKey key, Duration wait) {
        try (TestUnit.Running running = unit().begin()) {
            Claim claim = running.store().claim(claimant(key), wait);
            if (claim instanceof Claim.Claimed) {
                running.commit();
            }
            return claim;
        }
    }

    Claim tryTakeOver(RecordKey key, Duration wait) {
        try (TestUnit.Running running = unit().begin()) {
            Claim claim = running.store().takeOver(claimant(key), wait);
            if (claim instanceof Claim.Claimed) {
                running.commit();
            }
            return claim;
        }
    }

    private Claim claimUntilSettled(RecordKey key) {
        Claim claim = new Claim.Busy();
        while (claim instanceof Claim.Busy) {
            claim = claimOrBusy(key);
        }
        return claim;
    }

    /** What another claim does before it locks the key may hold this one up. */
    private Claim claimOrBusy(RecordKey key) {
        try {
            return tryClaim(key, NO_WAIT);
        } catch (StoreHeldUp anotherClaim) {
            return new Claim.Busy();
        }
    }

    /** Found under READ COMMITTED; stricter levels may hide what was committed meanwhile. */
    private void assertFoundOrHidden(Claim claim, Claimant first) {
        if (isolation().equals("READ_COMMITTED")) {
            assertThat(found(claim).attempt()).isEqualTo(first.attempt());
        } else {
            assertThat(claim).isNotInstanceOf(Claim.Claimed.class);
        }
    }

    private void awaitBlocked(Future<?> waiter) {
        if (waits()) {
            await().during(Duration.ofMillis(200)).until(() -> !waiter.isDone());
        } else {
            await().until(waiter::isDone);
        }
    }

    <T> List<T> together(int callers, Callable<T> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(callers);
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            futures.add(threads.submit(() -> {
                start.await();
                return call.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
