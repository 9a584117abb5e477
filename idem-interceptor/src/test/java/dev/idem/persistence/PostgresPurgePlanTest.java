package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.PurgeStore.Kind;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How PostgreSQL looks for what may go, in tables where almost nothing may: it reads the indexes from where they begin to
 * what is still to stay, and no further. Plans are those made without knowledge of the parameters, which a driver gets
 * from its sixth use of a statement on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresPurgePlanTest {

    private static final String MANY = " from generate_series(1, 30000) n";
    private static final String WHEN = "now() + (n - 300) * interval '1 minute'";
    private static final String KEY = "sha256(n::text::bytea)";

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @BeforeAll
    void fill() {
        database = PostgresDatabase.shared().newDatabase();
        database.execute(
                "insert into idem_record (key_hash, application, operation, scope, idem_key, state, attempt_id,"
                        + " epoch, created_at, changed_at, expires_at) select " + KEY
                        + ", 'shop', 'orders.submit', '', n,"
                        + " case when n % 10 = 0 then 'POISON' else 'COMPLETED' end, gen_random_uuid(), 1, now(), now(), "
                        + WHEN
                        + MANY);
        database.execute(
                "insert into idem_attempt (key_hash, application, operation, attempt_id, failed_at, expires_at,"
                        + " counted, exception, message, trace, frame, cause_hash, node) select " + KEY
                        + ", 'shop', 'orders.submit', gen_random_uuid(), now(), " + WHEN + ", true, '', '', '', '', "
                        + KEY
                        + ", ''" + MANY);
        database.execute("insert into idem_conflict (key_hash, application, operation, record_fingerprint, fingerprint,"
                + " source, node, occurred_at, expires_at) select " + KEY + ", 'shop', 'orders.submit', '', '', 'HTTP',"
                + " '', now(), " + WHEN + MANY);
        database.execute(
                "insert into idem_token (token_hash, key_hash, public_id, application, operation, scope, purpose, subject,"
                        + " issued_by, issued_at, expires_at, late_attempts) select " + KEY
                        + ", sha256(('call' || n)::bytea), n, 'shop', 'orders.submit', '',"
                        + " '', '', '', now(), " + WHEN + ", 0" + MANY);
        database.execute("insert into idem_request (action_token, kind, state, key_hash, application, operation,"
                + " record_epoch, requested_by, requested_at, not_before, epoch, finished_at) select n, 'PROBE',"
                + " 'DONE', " + KEY + ", 'shop', 'orders.submit', 1, 'eve', now(), now(), 1, " + WHEN + MANY);
        database.execute("insert into idem_outbox (message_id, application, sender, destination, content_type, payload,"
                + " state, attempts, epoch, due_at, created_at, expires_at) select n, 'shop', 'jms', 'queue', '', '',"
                + " 'SENT', 0, 0, now(), now(), " + WHEN + MANY);
        database.execute(
                "insert into idem_run (action_token, kind, state, selection, selection_hash, snapshot_hash, total, succeeded,"
                        + " deduplicated, failed, skipped, rate_per_second, ramp, stop_percent, one_by_one, include_unknown, reason,"
                        + " created_by, created_at, next_at, finished_at, changed_at) select n, 'REPLAY', 'DONE', '', '', '', 1, 1, 0, 0,"
                        + " 0, 10, '', 20, false, false, '', 'eve', now(), now(), " + WHEN + ", now()" + MANY);
        database.execute("insert into idem_draft (draft_hash, key_hash, user_name, record_epoch, arguments, saved_at,"
                + " expires_at) select " + KEY + ", " + KEY + ", 'eve', 1, '', now(), " + WHEN + MANY);
        database.execute("vacuum analyze");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("scenario 69: what may go is found by an index, and what is to stay is not read")
    void rowsAreFoundByTheIndex(Kind kind) throws SQLException {
        PurgeTable table = PurgeTable.of(kind);

        String plan = plan(
                table.find(new PostgreSql()),
                "timestamptz, timestamptz, bigint",
                "timestamptz '1970-01-01 00:00:00+00', now(), 500");

        assertThat(plan)
                .containsPattern("Index (Only )?Scan using " + table.table() + "_(expires|finished)")
                .doesNotContain("Seq Scan on " + table.table(), "Sort");
        assertThat(plan).containsPattern("Index Cond: .*(expires_at|finished_at) <= ");
    }

    @Test
    @DisplayName("scenario 69: a batch is locked by its keys")
    void batchIsLockedByItsKeys() throws SQLException {
        String types = IntStream.range(0, 500).mapToObj(i -> "bytea").collect(Collectors.joining(", "));
        String keys = IntStream.range(0, 500)
                .mapToObj(i -> "sha256('" + i + "'::bytea)")
                .collect(Collectors.joining(", "));

        String plan = plan(PurgeTable.RECORDS.lock(new PostgreSql(), 500), types + ", timestamptz", keys + ", now()");

        assertThat(plan).contains("idem_record_pk").doesNotContain("Seq Scan on idem_record");
    }

    private String plan(String sql, String types, String values) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare purge (" + types + ") as " + numbered(sql));
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery("explain analyze execute purge (" + values + ")")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    /** Parameters as PostgreSQL writes them. */
    private static String numbered(String sql) {
        StringBuilder numbered = new StringBuilder();
        int parameter = 0;
        for (char letter : sql.toCharArray()) {
            if (letter == '?') {
                parameter++;
                numbered.append('$').append(parameter);
            } else {
                numbered.append(letter);
            }
        }
        return numbered.toString();
    }
}
