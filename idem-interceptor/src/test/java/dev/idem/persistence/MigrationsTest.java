package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.H2Database;
import dev.idem.testing.MariaDbDatabase;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The migrations of the three databases, as Flyway applies them from the class path, are in step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationsTest {

    private static final List<String> TABLES = List.of(
            "idem_record",
            "idem_attempt",
            "idem_token",
            "idem_operation",
            "idem_request",
            "idem_run",
            "idem_cause",
            "idem_figure",
            "idem_outbox",
            "idem_conflict",
            "idem_audit",
            "idem_admin_user",
            "idem_api_call",
            "idem_alert",
            "idem_draft",
            "idem_view",
            "idem_derived");

    private TablesOf h2;
    private TablesOf postgres;
    private TablesOf mariaDb;

    @SuppressWarnings("NullAway.Init")
    MigrationsTest() {}

    @BeforeAll
    void migrate() throws SQLException {
        h2 = migrated(H2Database.emptyDatabase());
        postgres = migrated(PostgresDatabase.shared().emptyDatabase());
        mariaDb = migrated(MariaDbDatabase.shared().emptyDatabase());
    }

    @AfterAll
    void close() throws SQLException {
        h2.close();
        postgres.close();
        mariaDb.close();
    }

    @Test
    void columnsAndTheirOrderAreTheSame() throws SQLException {
        Map<String, List<String>> expected = postgres.columns();

        assertThat(expected.keySet()).containsExactlyInAnyOrderElementsOf(TABLES);
        assertThat(mariaDb.columns()).isEqualTo(expected);
        assertThat(h2.columns()).isEqualTo(expected);
    }

    @Test
    void primaryKeysAreTheSame() throws SQLException {
        Map<String, List<String>> expected = postgres.primaryKeys();

        assertThat(expected).hasSameSizeAs(TABLES).doesNotContainValue(List.of());
        assertThat(mariaDb.primaryKeys()).isEqualTo(expected);
        assertThat(h2.primaryKeys()).isEqualTo(expected);
    }

    @Test
    void indexesAreTheSame() throws SQLException {
        Map<String, List<String>> expected = postgres.indexes();

        assertThat(expected).containsKeys("idem_record.idem_record_expires", "idem_request.idem_request_active unique");
        assertThat(mariaDb.indexes()).isEqualTo(expected);
        assertThat(h2.indexes()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "h2"})
    void tablesStandInTheSameOrder(String vendor) throws IOException {
        try (InputStream script =
                MigrationsTest.class.getResourceAsStream("/dev/idem/db/" + vendor + "/V1__idem.sql")) {
            assertThat(script).isNotNull();
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(Pattern.compile("create table (\\w+)").matcher(text).results())
                    .extracting(table -> table.group(1))
                    .containsExactlyElementsOf(TABLES);
        }
    }

    /** As db/README.md says, into a database that is not empty. */
    private static TablesOf migrated(TestDatabase database) throws SQLException {
        database.execute("create table business (id int primary key)");
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:dev/idem/db/" + database.vendor())
                .table("idem_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        return new TablesOf(database);
    }
}
