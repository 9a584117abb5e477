package dev.idem.persistence;

import dev.idem.engine.StoreCheck;
import dev.idem.engine.StoreFailure;
import java.sql.Statement;
import java.util.List;

/** Checks that the database is one we know and has our tables, inside the running transaction. */
final class SchemaCheck implements StoreCheck {

    private static final String FLYWAY_HINT =
            ". If the application applies it with Flyway at its start, let it do so in a"
                    + " @Startup bean or an observer of @Initialized(ApplicationScoped.class)";

    private static final List<String> TABLES = List.of(
            JpaRecordStore.RECORDS,
            Attempts.ATTEMPTS,
            Conflicts.CONFLICTS,
            JpaOutboxStore.OUTBOX,
            JpaWorkQueue.REQUESTS,
            JpaCatalogue.OPERATIONS,
            JpaTokenStore.TOKENS,
            Runs.RUNS,
            EditDraftRows.DRAFTS,
            DerivedRows.DERIVED);

    private final Database database;

    SchemaCheck(Database database) {
        this.database = database;
    }

    @Override
    public void check() {
        database.vendor();
        try {
            TABLES.forEach(this::check);
        } catch (StoreFailure failure) {
            throw new StoreFailure(failure.getMessage() + FLYWAY_HINT, failure);
        }
    }

    private void check(String table) {
        database.work(table, (connection, vendor) -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("select 1 from " + table + " where 1 = 0");
            }
        });
    }
}
