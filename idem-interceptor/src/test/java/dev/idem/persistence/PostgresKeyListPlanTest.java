package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.Page;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How PostgreSQL lists records of a large table: by an index, which gives hardly more rows than a page has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresKeyListPlanTest {

    private static final int ROWS = 100_000;
    private static final int PAGE = 50;

    @SuppressWarnings("NullAway.Init")
    private TestUnit unit;

    @BeforeAll
    void fill() {
        TestDatabase database = PostgresDatabase.shared().newDatabase();
        database.execute(
                "insert into idem_record (key_hash, application, operation, scope, idem_key, state, attempt_id,"
                        + " epoch, created_at, changed_at, expires_at) select sha256(n::text::bytea), 'shop', 'buy', '', 'key-' || n,"
                        + " case when n % 500 = 0 then 'POISON' when n % 50 = 0 then 'FAILED' else 'COMPLETED' end,"
                        + " gen_random_uuid(), 1, now(), now() - n * interval '3 seconds', now() + interval '7 days' - n * interval"
                        + " '3 seconds' from generate_series(1, " + ROWS + ") n");
        database.execute("analyze idem_record");
        unit = new TestUnit(database, "set time zone 'Pacific/Auckland'", "READ_COMMITTED");
    }

    @AfterAll
    void close() {
        unit.close();
    }

    @Test
    void everyListIsServedByAnIndex() {
        assertServed(KeyFilter.ALL);
        assertServed(KeyFilter.ALL.of("shop", "buy"));
        assertServed(KeyFilter.ALL.in(KeyState.COMPLETED));
        assertServed(KeyFilter.ALL.in(KeyState.POISON, KeyState.COMPLETED));
        assertServed(KeyFilter.ALL.in(KeyState.POISON));
        assertServed(KeyFilter.ALL.in(KeyState.FAILED));
    }

    @Test
    void keyIsLookedUpByIndexes() {
        try (TestUnit.Running running = unit.begin()) {
            Inspection inspection =
                    new JpaInspection(running.database(), new LocalTransactions(running.entityManager()));
            long scans = running.counted("idem_record", "seq_scan");
            long rows = running.counted("idem_record", "idx_tup_fetch");

            assertThat(inspection.lookUp("key-500", Set.of("", "anonymous")))
                    .singleElement()
                    .matches(line -> line.state() == KeyState.POISON);

            assertThat(running.counted("idem_record", "seq_scan")).isEqualTo(scans);
            assertThat(running.counted("idem_record", "idx_tup_fetch") - rows)
                    .as("the poison calls")
                    .isLessThanOrEqualTo(ROWS / 500 + 10L);
        }
    }

    /** The first page, and one that follows. */
    private void assertServed(KeyFilter filter) {
        try (TestUnit.Running running = unit.begin()) {
            Inspection inspection =
                    new JpaInspection(running.database(), new LocalTransactions(running.entityManager()));
            long scans = running.counted("idem_record", "seq_scan");
            long rows = running.counted("idem_record", "idx_tup_fetch");
            Page<KeyLine> first = inspection.keys(filter, Optional.empty(), PAGE);
            Page<KeyLine> second = inspection.keys(filter, first.next(), PAGE);

            assertThat(second.lines()).hasSize(PAGE).doesNotContainAnyElementsOf(first.lines());
            assertThat(running.counted("idem_record", "seq_scan"))
                    .as("%s", filter)
                    .isEqualTo(scans);
            assertThat(running.counted("idem_record", "idx_tup_fetch") - rows)
                    .as("%s", filter)
                    .isLessThan(5L * PAGE);
        }
    }
}
