package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Origin.Source;
import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.PurgeStore.Row;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.Retention;
import dev.idem.inspect.PurgeLag;
import dev.idem.inspect.StoreInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link dev.idem.engine.PurgeStore}, on a real database. */
abstract class PurgeContract extends ConcurrentPurgeContract {

    /** A point in time, as SQL. */
    abstract String literal(Instant time);

    @ParameterizedTest
    @EnumSource(RecordState.class)
    @DisplayName("scenarios 67, 68, 115: what is not settled stays, however old; the rest goes once its time is over")
    void settledRecordsGo(RecordState state) {
        RecordKey old = expired(state);
        RecordKey young = in(state);

        purge(Kind.RECORDS);

        assertThat(recorded(old)).isEqualTo(!state.expires());
        assertThat(recorded(young)).isTrue();
    }

    @Test
    @DisplayName("operators see which database it is, and since when what may go is still there")
    void operatorsSeeThePurge() {
        for (Kind kind : Kind.values()) {
            purge(kind);
        }
        assertThat(store().purge()).extracting(PurgeLag::kind).containsExactly(PurgeLag.Kind.values());
        assertThat(lag(PurgeLag.Kind.RECORDS)).isEmpty();

        RecordKey old = expired(RecordState.COMPLETED);

        Instant oldest = lag(PurgeLag.Kind.RECORDS).orElseThrow();
        assertThat(recorded(old)).isTrue();
        StoreInfo about = store().store();
        assertThat(about.now()).isAfterOrEqualTo(oldest);
        assertThat(about.product()).isNotBlank();
        assertThat(about.version()).matches(".*[0-9].*");
    }

    private Optional<Instant> lag(PurgeLag.Kind kind) {
        return store().purge().stream()
                .filter(lag -> lag.kind() == kind)
                .findFirst()
                .flatMap(PurgeLag::oldest);
    }

    @Test
    @DisplayName("a record stays as long as a request for it is not done")
    void recordWithARequestStays() {
        RecordKey asked = expired(RecordState.COMPLETED);
        Instant until = now();
        List<Row> found = find(Kind.RECORDS, until, 100);
        assertThat(found).extracting(Row::id).contains(hexOf(asked.hash().bytes()));
        String request = request(asked, false);
        delete(Kind.RECORDS, found, until);
        purge(Kind.RECORDS);
        assertThat(recorded(asked)).isTrue();

        change("update idem_request set state = 'DONE', finished_at = requested_at where id = " + request);
        purge(Kind.RECORDS);

        assertThat(recorded(asked)).isFalse();
    }

    @Test
    @DisplayName("attempts go with their record, but those after its time count for the key's next life")
    void attemptsGoWithTheirRecord() {
        RecordKey key = expired(RecordState.COMPLETED);
        set(key, "expires_at = " + clockOf());
        attempt(key, WEEK);
        assertThat(count("idem_attempt", key)).isEqualTo(2);

        purge(Kind.RECORDS);

        assertThat(recorded(key)).isFalse();
        assertThat(count("idem_attempt", key)).isEqualTo(1);
        int failures = unit().commit(store -> store.countFailures(key.hash()));
        assertThat(failures).isEqualTo(1);
    }

    @Test
    @DisplayName("scenario 68: attempts of a record stay with it")
    void attemptsStayWithTheirRecord() {
        RecordKey poison = expired(RecordState.POISON);
        RecordKey completed = in(RecordState.COMPLETED);
        RecordKey none = newKey();
        RecordKey failing = newKey();
        attempt(poison, MOMENT);
        attempt(completed, MOMENT);
        attempt(none, MOMENT);
        attempt(failing, WEEK);

        purge(Kind.ATTEMPTS);

        assertThat(count("idem_attempt", poison)).isEqualTo(2);
        assertThat(count("idem_attempt", completed)).isEqualTo(2);
        assertThat(count("idem_attempt", none)).isZero();
        assertThat(count("idem_attempt", failing)).isEqualTo(1);
    }

    @Test
    @DisplayName("a conflict goes with its time; a message that is nowhere else only once somebody has resolved it")
    void conflictsGo() {
        RecordKey young = newKey();
        RecordKey called = newKey();
        RecordKey sent = newKey();
        RecordKey parked = expired(RecordState.POISON);
        conflict(young, Source.HTTP, WEEK);
        conflict(called, Source.HTTP, MOMENT);
        conflict(sent, Source.MESSAGE, MOMENT);
        conflict(parked, Source.INTERNAL, MOMENT);

        purge(Kind.CONFLICTS);

        assertThat(count("idem_conflict", young)).isEqualTo(1);
        assertThat(count("idem_conflict", called)).isZero();
        assertThat(count("idem_conflict", sent)).isEqualTo(1);
        assertThat(count("idem_conflict", parked)).isEqualTo(1);
        change("update idem_conflict set resolved_at = occurred_at");
        purge(Kind.CONFLICTS);
        assertThat(count("idem_conflict", sent)).isZero();
        assertThat(count("idem_conflict", parked))
                .as("its record is still parked")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a token goes once it has expired and its record is gone")
    void tokensGo() {
        RecordKey done = expired(RecordState.COMPLETED);
        String unused = token(Optional.empty(), true);
        String used = token(Optional.of(done), true);
        String fresh = token(Optional.empty(), false);

        purge(Kind.TOKENS);
        assertThat(List.of(kept(unused), kept(used), kept(fresh))).containsExactly(0L, 1L, 1L);

        purge(Kind.RECORDS);
        purge(Kind.TOKENS);
        assertThat(List.of(kept(used), kept(fresh))).containsExactly(0L, 1L);
    }

    private long kept(String token) {
        return count("idem_token", "public_id = ?", token);
    }

    @Test
    @DisplayName("a request goes once it is done, its record is gone and its run has ended")
    void requestsGo() {
        RecordKey gone = expired(RecordState.COMPLETED);
        RecordKey waiting = expired(RecordState.COMPLETED);
        RecordKey parked = expired(RecordState.POISON);
        RecordKey inRun = expired(RecordState.COMPLETED);
        RecordKey inEndedRun = expired(RecordState.COMPLETED);
        List.of(gone, parked, inRun, inEndedRun).forEach(key -> request(key, true));
        request(waiting, false);
        run(1, false);
        run(2, true);
        change(
                "update idem_request set run_id = 1 where key_hash in (select key_hash from idem_record where idem_key = '"
                        + inRun.key() + "')");
        change(
                "update idem_request set run_id = 2 where key_hash in (select key_hash from idem_record where idem_key = '"
                        + inEndedRun.key() + "')");

        purge(Kind.RECORDS);
        purge(Kind.REQUESTS);

        assertThat(count("idem_request", gone)).isZero();
        assertThat(count("idem_request", waiting)).isEqualTo(1);
        assertThat(count("idem_request", parked)).as("its history").isEqualTo(1);
        assertThat(count("idem_request", inRun)).isEqualTo(1);
        assertThat(count("idem_request", inEndedRun)).isZero();

        purge(Kind.RUNS);

        assertThat(count("idem_run", "id = ?", 1L)).isEqualTo(1);
        assertThat(count("idem_run", "id = ?", 2L)).isZero();
    }

    @Test
    void sentMessagesGo() {
        List.of("SENT", "PENDING", "POISON").forEach(this::message);

        purge(Kind.MESSAGES);

        assertThat(count("idem_outbox", "message_id = ?", application + "SENT")).isZero();
        assertThat(count("idem_outbox", "application = ?", application)).isEqualTo(2);
    }

    @Test
    @DisplayName("scenarios 69, 102: a batch is bounded, the oldest first, times are the database's")
    void batchIsBounded() {
        purge(Kind.RECORDS);
        List<RecordKey> keys = IntStream.range(0, 5)
                .mapToObj(i -> expired(RecordState.COMPLETED))
                .toList();
        Instant until = now();

        List<Row> found = find(Kind.RECORDS, until, 3);

        assertThat(found)
                .extracting(Row::id)
                .containsExactlyElementsOf(keys.stream()
                        .limit(3)
                        .map(key -> hexOf(key.hash().bytes()))
                        .toList());
        assertThat(found.get(0).time())
                .isEqualTo(
                        inspection().key(id(keys.get(0))).orElseThrow().line().expiresAt());
        assertThat(until).isBetween(found.get(2).time(), found.get(2).time().plusSeconds(60));
        assertThat(find(Kind.RECORDS, found.get(0).time(), 10)).hasSize(1);
        assertThat(delete(Kind.RECORDS, found, until)).contains(3);
        assertThat(delete(Kind.RECORDS, found, until)).contains(0);
        assertThat(keys.stream().filter(this::recorded)).hasSize(2);
        purge(Kind.RECORDS);
    }

    @ParameterizedTest
    @DisplayName("scenario 71: months end in UTC, at the ends of months and where a session's clock is put forward")
    @CsvSource({
        "2027-01-31T10:00:00Z, P1M",
        "2028-01-31T23:59:59.999999Z, P1M",
        "2028-02-29T12:00:00Z, P1Y",
        "2027-08-31T13:30:00Z, P1Y2M",
        "2027-09-24T14:30:00Z, P1M",
        "2027-04-03T14:30:00Z, P1D",
        "2027-09-25T13:59:59Z, PT1S",
        "2027-12-31T11:00:00Z, P2M1D"
    })
    void monthsEndInUtc(Instant start, String period) {
        Retention retention = Retention.parse(period);

        Instant end = expiry(start, retention);

        assertThat(end)
                .isEqualTo(start.atOffset(ZoneOffset.UTC)
                        .plusMonths(retention.months())
                        .plus(retention.rest())
                        .toInstant());
    }

    /** What the store's expression gives if the clock shows the start. */
    private Instant expiry(Instant start, Retention retention) {
        try (TestUnit.Running running = unit().begin()) {
            Vendor vendor = running.database().vendor();
            String sql = "select " + vendor.expiry().replace(vendor.clock(), literal(start));
            return running.entityManager().unwrap(Session.class).doReturningWork(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    Parameters.of(statement).retention(retention);
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return vendor.instant(rows, 1);
                    }
                }
            });
        }
    }

    private String clockOf() {
        try (TestUnit.Running running = unit().begin()) {
            return running.database().vendor().clock();
        }
    }
}
