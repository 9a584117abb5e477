package dev.idem.persistence;

import static dev.idem.engine.RecordStore.NO_WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Claim;
import dev.idem.engine.Claimant;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import dev.idem.testing.TurnaroundSockets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the store costs on PostgreSQL: round trips, write-ahead log, locks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresCostTest extends StoreFixture {

    /** The key's own budget is 600 bytes; a record of the log's page headers and a new page now and then come on top. */
    private static final long WAL_OF_A_NEW_KEY = 600;

    private final String counter = UUID.randomUUID().toString();
    private final AtomicInteger turnarounds = TurnaroundSockets.counted(counter);

    @SuppressWarnings("NullAway.Init")
    private TestDatabase plain;

    @Override
    TestDatabase newDatabase() {
        plain = PostgresDatabase.shared().newDatabase();
        return plain.with("?socketFactory=" + TurnaroundSockets.class.getName() + "&socketFactoryArg=" + counter);
    }

    @Override
    String timeZone() {
        return "set time zone 'Pacific/Auckland'";
    }

    @Override
    String lockTimeout() {
        return "select current_setting('lock_timeout')";
    }

    @Override
    String clock() {
        return "clock_timestamp()";
    }

    @Override
    String hexLiteral(String hex) {
        return "decode('" + hex + "', 'hex')";
    }

    /** So that no path is the first of its connection. */
    @BeforeAll
    void warmUp() {
        completed(newKey());
    }

    @Test
    void newVoidKeyCostsOneRoundTrip() {
        assertThat(roundTrips(store -> store.claim(claimant(newKey()), NO_WAIT)))
                .isEqualTo(1);
    }

    @Test
    void newKeyWithResultCostsTwoRoundTrips() {
        Claimant call = claimant(newKey());

        assertThat(roundTrips(store -> {
                    store.claim(call, NO_WAIT);
                    store.storeResult(call.key().hash(), call.attempt(), "{\"id\":1}");
                }))
                .isEqualTo(2);
    }

    @Test
    void duplicateCostsOneRoundTrip() {
        Claimant first = completed(newKey());

        assertThat(roundTrips(store -> store.claim(claimant(first.key()), NO_WAIT)))
                .isEqualTo(1);
    }

    @Test
    void duplicateWritesNoLog() throws SQLException {
        Claimant first = completed(newKey());
        try (Connection observer = plain.connect()) {
            String before = position(observer);

            for (int i = 0; i < 100; i++) {
                assertThat(tryClaim(first)).isInstanceOf(Claim.Found.class);
            }

            assertThat(bytesSince(before, observer)).isZero();
        }
    }

    @Test
    void duplicateLocksNoRowAndTakesNoTransactionId() {
        Claimant first = completed(newKey());
        try (TestUnit.Running duplicate = unit().begin()) {
            duplicate.store().claim(claimant(first.key()), NO_WAIT);

            assertThat(duplicate.value("select coalesce(cast(pg_current_xact_id_if_assigned() as text), 'none')"))
                    .isEqualTo("none");
            set(first.key(), "epoch = epoch + 1");
        }
        assertThat(entity(first.key()).epoch).isEqualTo(2);
    }

    @Test
    @DisplayName("a new void key costs at most 600 bytes of log")
    void newKeyWritesLittleLog() throws SQLException {
        int keys = 1_000;
        try (Connection observer = plain.connect()) {
            observer.createStatement().execute("checkpoint");
            // the first change of a page after a checkpoint logs the page: let them all be touched once
            insert(keys);
            String before = position(observer);

            insert(keys);

            assertThat(bytesSince(before, observer) / keys).isLessThanOrEqualTo(WAL_OF_A_NEW_KEY);
        }
    }

    private void insert(int keys) {
        for (int i = 0; i < keys; i++) {
            completed(newKey());
        }
    }

    private Claim tryClaim(Claimant first) {
        return unit().commit(store -> store.claim(claimant(first.key()), NO_WAIT));
    }

    private int roundTrips(Consumer<JpaRecordStore> path) {
        try (TestUnit.Running running = unit().begin()) {
            int before = turnarounds.get();
            path.accept(running.store());
            return turnarounds.get() - before;
        }
    }

    private static String position(Connection connection) throws SQLException {
        return value(connection, "select pg_current_wal_insert_lsn()");
    }

    private static long bytesSince(String position, Connection connection) throws SQLException {
        return Long.parseLong(
                value(connection, "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '" + position + "')"));
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
