package dev.idem.persistence;

import dev.idem.engine.StoreFailure;
import java.sql.Statement;
import java.util.List;

/** Checks that the database is one we know and has our tables, inside the running transaction. */
final class SchemaCheck {

    private static final List<String> TABLES = List.of(JpaRecordStore.RECORDS, Attempts.ATTEMPTS);

    private final Database database;

    SchemaCheck(Database database) {
        this.database = database;
    }

    /**
     * Checks the database.
     *
     * @throws StoreFailure if it cannot be reached, or Idem does not know it; the message says what to do
     */
    void checkDatabase() {
        database.vendor();
    }

    /**
     * Checks the tables.
     *
     * @throws StoreFailure if one cannot be read; the message says what to do
     */
    void checkTables() {
        TABLES.forEach(this::check);
    }

    private void check(String table) {
        database.work(table, (connection, vendor) -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("select 1 from " + table + " where 1 = 0");
            }
        });
    }
}
