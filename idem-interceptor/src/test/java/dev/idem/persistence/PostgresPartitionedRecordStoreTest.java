package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The same calls on a table in partitions: what db/postgresql/partitions.sql makes of one that has records. */
class PostgresPartitionedRecordStoreTest extends PostgresRecordStoreTest {

    private static final int RECORDS = 1_000;

    private static final String RECORD = "insert into idem_record (key_hash, application, operation, scope, idem_key,"
            + " state, attempt_id, epoch, created_at, changed_at, expires_at) select sha256(n::text::bytea), 'shop',"
            + " 'orders.submit', '', n, 'COMPLETED', gen_random_uuid(), 1, now(), now(), now() from"
            + " generate_series(1, %d) n";

    @Override
    TestDatabase newDatabase() {
        return PostgresDatabase.shared().newDatabase().partitioned();
    }

    @Test
    void columnsAndIndexesAreThoseOfTheMigration() throws SQLException {
        try (TablesOf whole = new TablesOf(PostgresDatabase.shared().newDatabase());
                TablesOf partitioned = new TablesOf(newDatabase())) {
            assertThat(partitioned.columns())
                    .containsEntry("idem_record", whole.columns().get("idem_record"));
            assertThat(partitioned.primaryKeys())
                    .containsEntry("idem_record", whole.primaryKeys().get("idem_record"));
            assertThat(partitioned.indexes()).containsAllEntriesOf(whole.indexes());
        }
    }

    @Test
    void recordsStayAndAreSpread() throws SQLException {
        TestDatabase database = PostgresDatabase.shared().newDatabase();
        database.execute(RECORD.formatted(RECORDS));

        database.partitioned();

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*), count(distinct tableoid), max(tableoid::regclass::text) from idem_record")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(RECORDS);
            assertThat(rows.getInt(2)).isEqualTo(16);
            assertThat(rows.getString(3)).startsWith("idem_record_");
        }
    }
}
