package dev.idem.persistence;

import dev.idem.engine.Conflict;
import dev.idem.engine.Digest;
import dev.idem.engine.FailedAttempt;
import dev.idem.engine.FailureCause;
import dev.idem.engine.Origin;
import dev.idem.engine.PurgeStore;
import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.PurgeStore.Row;
import dev.idem.engine.PurgeStore.Window;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A purge on a database of its own, and rows for it. */
abstract class PurgeFixture extends OperatorFixture {

    static final Retention MOMENT = new Retention(0, Duration.ofNanos(1_000));

    /** What each database reads as a time that is far. */
    private static final String FAR = "timestamp '2099-01-01 00:00:00'";

    <T> T look(Function<PurgeStore, T> work) {
        try (TestUnit.Running running = unit().begin()) {
            return work.apply(new JpaPurgeStore(running.database()));
        }
    }

    Instant now() {
        return look(PurgeStore::now);
    }

    List<Row> find(Kind kind, Instant until, int limit) {
        return look(store -> store.find(kind, new Window(Instant.EPOCH, until), limit));
    }

    /** In a transaction that commits, unless it had to give way. */
    Optional<Integer> delete(Kind kind, List<Row> rows, Instant until) {
        try (TestUnit.Running running = unit().begin()) {
            Optional<Integer> deleted = new JpaPurgeStore(running.database()).delete(kind, rows, until);
            if (deleted.isPresent()) {
                running.commit();
            }
            return deleted;
        }
    }

    /** Everything that may go now; says how many went. */
    int purge(Kind kind) {
        Instant until = now();
        int sum = 0;
        int last = 1;
        while (last > 0) {
            last = delete(kind, find(kind, until, 100), until).orElse(1);
            sum += last;
        }
        return sum;
    }

    RecordKey expired(RecordState state) {
        RecordKey key = in(state);
        set(key, "expires_at = changed_at");
        return key;
    }

    boolean recorded(RecordKey key) {
        return count("idem_record", key) == 1;
    }

    long count(String table, RecordKey key) {
        return count(table, "key_hash = ?", key.hash().bytes());
    }

    long count(String table, String condition, Object parameter) {
        try (TestUnit.Running running = unit().begin()) {
            Object number = running.entityManager()
                    .createNativeQuery("select count(*) from " + table + " where " + condition, Long.class)
                    .setParameter(1, parameter)
                    .getSingleResult();
            return (Long) number;
        }
    }

    void attempt(RecordKey key, Retention expireAfter) {
        unit().commit(store -> {
            FailureCause cause = FailureCause.of(new IllegalStateException("broken"));
            store.keepFailure(new FailedAttempt(key, UUID.randomUUID(), cause, true, expireAfter));
            return key;
        });
    }

    void conflict(RecordKey key, Origin.Source source, Retention expireAfter) {
        unit().commit(store -> {
            store.keepConflict(new Conflict(
                    key,
                    Digest.ofTexts("arguments"),
                    Digest.ofTexts(UUID.randomUUID().toString()),
                    Optional.of(ARGUMENTS),
                    source,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    expireAfter));
            return key;
        });
    }

    /** Expired, or not for a long time; gives its public id. */
    String token(Optional<RecordKey> usedFor, boolean expired) {
        String id = UUID.randomUUID().toString();
        String clock = clock();
        Digest call = usedFor.map(RecordKey::hash).orElse(Digest.ofTexts(id, "call"));
        change(
                "insert into idem_token (token_hash, public_id, application, operation, scope, purpose, subject, issued_by,"
                        + " issued_at, expires_at, key_hash, late_attempts) values ("
                        + hex(Digest.ofTexts(id).hex()) + ", '" + id
                        + "', 'shop', 'orders.submit', '', 'form', 'alice', 'alice', "
                        + clock + ", " + (expired ? clock : FAR) + ", " + hex(call.hex()) + ", 0)");
        return id;
    }

    /** A dry run, done or not; gives the token that names it. */
    String request(RecordKey key, boolean done) {
        String token = actions().dryRun(EDITOR, decide(key, 1)).id() + "";
        if (done) {
            change("update idem_request set state = 'DONE', finished_at = requested_at where id = " + token);
        }
        return token;
    }

    void message(String state) {
        String clock = clock();
        change("insert into idem_outbox (message_id, application, sender, destination, content_type, payload, state,"
                + " attempts, epoch, due_at, created_at, expires_at) values ('" + application + state + "', '"
                + application + "', 'jms', 'queue', 'text/plain', '', '" + state + "', 0, 0, " + clock + ", " + clock
                + ", "
                + clock + ")");
    }

    void run(long id, boolean finished) {
        String clock = clock();
        change("insert into idem_run (id, action_token, kind, state, selection, selection_hash, snapshot_hash, total,"
                + " succeeded, deduplicated, failed, skipped, rate_per_second, ramp, stop_percent, one_by_one,"
                + " include_unknown, reason, created_by, created_at, next_at, finished_at, changed_at) values ("
                + id + ", '" + UUID.randomUUID() + "', 'REPLAY', 'RUNNING', '', " + hex("00") + ", " + hex("00")
                + ", 1, 0, 0, 0, 0, 1, '', 50, false, false, '', 'eve', " + clock + ", " + clock + ", "
                + (finished ? clock : "null") + ", " + clock + ")");
    }

    private String clock() {
        try (TestUnit.Running running = unit().begin()) {
            return running.database().vendor().clock();
        }
    }

    private String hex(String digits) {
        return isPostgres() ? "decode('" + digits + "', 'hex')" : "X'" + digits + "'";
    }

    private boolean isPostgres() {
        return clock().startsWith("clock_timestamp");
    }

    static String hexOf(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
