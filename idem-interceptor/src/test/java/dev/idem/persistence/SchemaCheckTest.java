package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.RecordStore;
import dev.idem.engine.StoreFailure;
import dev.idem.testing.H2Database;
import dev.idem.testing.MariaDbDatabase;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {

    static Stream<TestDatabase> emptyDatabases() {
        return Stream.of(
                H2Database.emptyDatabase(),
                PostgresDatabase.shared().emptyDatabase(),
                MariaDbDatabase.shared().emptyDatabase());
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    @DisplayName("scenario 19: what is missing is named, and what to apply")
    void missingTablesAreNamed(TestDatabase database) {
        try (TestUnit unit = unit(database);
                TestUnit.Running running = unit.begin()) {
            assertThatThrownBy(() -> check(running))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageStartingWith("IDEM-0102 the table idem_record is missing: apply db/" + database.vendor()
                            + "/V1__idem.sql")
                    .hasMessageContaining("Flyway");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"idem_draft", "idem_derived"})
    void everyTableIsLookedAt(String table) {
        TestDatabase database = H2Database.newDatabase();
        database.execute("drop table " + table);
        try (TestUnit unit = unit(database);
                TestUnit.Running running = unit.begin()) {
            assertThatThrownBy(() -> check(running)).hasMessageStartingWith("IDEM-0102 the table " + table);
        }
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void callOnMissingTablesSaysWhatToApply(TestDatabase database) {
        try (TestUnit unit = unit(database);
                TestUnit.Running running = unit.begin()) {
            assertThatThrownBy(() ->
                            running.store().claim(StoreFixture.claimant(StoreFixture.newKey()), RecordStore.NO_WAIT))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("IDEM-0102")
                    .hasMessageContaining("db/" + database.vendor() + "/V1__idem.sql");
        }
    }

    @ParameterizedTest
    @MethodSource("emptyDatabases")
    void migratedDatabasePasses(TestDatabase database) {
        try (TestUnit unit = unit(database.migrated());
                TestUnit.Running running = unit.begin()) {
            assertThatCode(() -> check(running)).doesNotThrowAnyException();
        }
    }

    @Test
    void unknownDatabaseIsRefused() {
        assertThatThrownBy(() -> Vendor.of(connectionTo("Oracle")))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("IDEM-0101")
                .hasMessageContaining("Oracle")
                .hasMessageContaining("PostgreSQL 15 to 18, MariaDB 10.11 and newer, and H2 2.2 and newer");
    }

    @Test
    @DisplayName("scenario 41: a lost connection says so")
    void lostConnectionSaysSo() {
        TestDatabase database = PostgresDatabase.shared().newDatabase();
        try (TestUnit unit = unit(database)) {
            TestUnit.Running running = unit.begin();
            String session = running.value("select pg_backend_pid()");
            running.store().find(StoreFixture.newKey().hash());
            database.execute("select pg_terminate_backend(" + session + ")");

            assertThatThrownBy(() -> running.store().find(StoreFixture.newKey().hash()))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("the connection was lost");
        }
    }

    private static TestUnit unit(TestDatabase database) {
        return new TestUnit(database, "select 1", "READ_COMMITTED");
    }

    private static void check(TestUnit.Running running) {
        new SchemaCheck(running.database()).check();
    }

    private static Connection connectionTo(String product) {
        DatabaseMetaData database = proxy(DatabaseMetaData.class, product);
        return proxy(Connection.class, database);
    }

    /** Answers every call the same. */
    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}
