package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.engine.Digest;
import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.PurgeStore.Row;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.RecordStore;
import dev.idem.engine.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The part of {@link PurgeContract} where calls, or other nodes, are at the same rows. */
abstract class ConcurrentPurgeContract extends PurgeFixture {

    @Test
    @DisplayName("scenarios 66, 116: an expired record that a call is making new is passed by and stays")
    void recordInHandsIsPassedBy() {
        RecordKey key = expired(RecordState.COMPLETED);
        Instant until = now();
        List<Row> found = find(Kind.RECORDS, until, 100);
        assertThat(found).extracting(Row::id).contains(hexOf(key.hash().bytes()));
        try (TestUnit.Running call = unit().begin()) {
            assertThat(call.store().takeOver(claimant(key), RecordStore.NO_WAIT))
                    .isInstanceOf(Claim.Claimed.class);

            delete(Kind.RECORDS, found, until);

            call.commit();
        }
        delete(Kind.RECORDS, found, until);
        purge(Kind.RECORDS);

        Optional<StoredRecord> fresh = unit().commit(store -> store.find(key.hash()));
        assertThat(fresh)
                .hasValueSatisfying(stored -> assertThat(stored.expired()).isFalse());
    }

    @Test
    @DisplayName("scenario 66: a call that meets a record being purged claims the key afterwards")
    void recordBeingPurgedIsClaimedAfterwards() {
        RecordKey key = expired(RecordState.COMPLETED);
        Instant until = now();
        List<Row> found = find(Kind.RECORDS, until, 100);
        try (TestUnit.Running purge = unit().begin()) {
            assertThat(new JpaPurgeStore(purge.database()).delete(Kind.RECORDS, found, until))
                    .hasValueSatisfying(number -> assertThat(number).isPositive());

            Claim meanwhile = unit().commit(store -> store.takeOver(claimant(key), RecordStore.NO_WAIT));
            assertThat(meanwhile).isInstanceOf(Claim.Busy.class);

            purge.commit();
        }

        Claim afterwards = unit().commit(store -> store.claim(claimant(key), RecordStore.NO_WAIT));
        assertThat(afterwards).isInstanceOf(Claim.Claimed.class);
        purge(Kind.RECORDS);
        assertThat(recorded(key)).isTrue();
    }

    @Test
    @Timeout(20)
    @DisplayName("scenario 69: the purge does not wait for rows that it only looks at")
    void rowsLookedAtAreNotWaitedFor() {
        RecordKey asked = expired(RecordState.COMPLETED);
        attempt(asked, MOMENT);
        Instant until = now();
        List<Row> records = find(Kind.RECORDS, until, 100);
        String request = request(asked, false);
        try (TestUnit.Running other = unit().begin()) {
            other.update("update idem_request set reason = 'looked at' where id = " + request);
            assertThat(delete(Kind.RECORDS, records, until)).isPresent();
        }
        try (TestUnit.Running other = unit().begin()) {
            other.update("update idem_record set owner = 'somebody' where key_hash = ?", (Object)
                    asked.hash().bytes());
            purge(Kind.ATTEMPTS);
        }

        assertThat(recorded(asked)).isTrue();
        assertThat(count("idem_attempt", asked)).isEqualTo(2);
    }

    @Test
    @DisplayName("scenario 69: purging nodes and calls on the same keys: each row goes once, nobody waits for ever")
    void purgesAndCallsAtOnce() throws Exception {
        purge(Kind.RECORDS);
        List<RecordKey> keys = IntStream.range(0, 150)
                .mapToObj(i -> expired(RecordState.COMPLETED))
                .toList();
        List<Callable<Integer>> work = new ArrayList<>();
        AtomicInteger renewed = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            work.add(this::purgeInSmallBatches);
        }
        for (int i = 0; i < 2; i++) {
            List<RecordKey> mine = keys.subList(i * 75, i * 75 + 30);
            work.add(() -> {
                mine.forEach(key -> renewed.addAndGet(takeOver(key)));
                return 0;
            });
        }

        int deleted = sum(work);

        int left = purge(Kind.RECORDS);
        assertThat(deleted + left + renewed.get()).isEqualTo(150);
        assertThat(keys.stream().filter(this::recorded)).hasSize(renewed.get());
    }

    private int purgeInSmallBatches() {
        Instant until = now();
        int sum = 0;
        for (int idle = 0; idle < 3; ) {
            int deleted =
                    delete(Kind.RECORDS, find(Kind.RECORDS, until, 20), until).orElse(0);
            idle = deleted == 0 ? idle + 1 : 0;
            sum += deleted;
        }
        return sum;
    }

    /** 1 if the record was made new. */
    private int takeOver(RecordKey key) {
        try (TestUnit.Running call = unit().begin()) {
            if (call.store().takeOver(claimant(key), RecordStore.NO_WAIT) instanceof Claim.Claimed) {
                call.commit();
                return 1;
            }
            return 0;
        }
    }

    private static int sum(List<Callable<Integer>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            int sum = 0;
            for (Future<Integer> each : threads.invokeAll(work)) {
                sum += each.get(60, TimeUnit.SECONDS);
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Claimant claimant(RecordKey key) {
        return new Claimant(key, UUID.randomUUID(), Optional.of(Digest.ofTexts("arguments")), WEEK);
    }
}
