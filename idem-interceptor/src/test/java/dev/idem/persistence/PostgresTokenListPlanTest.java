package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.inspect.Page;
import dev.idem.inspect.TokenFilter;
import dev.idem.inspect.TokenGroup;
import dev.idem.inspect.TokenInspection;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How PostgreSQL lists tokens of a large table: by an index, which gives hardly more rows than a page has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTokenListPlanTest {

    private static final int ROWS = 100_000;
    private static final int PAGE = 50;

    @SuppressWarnings("NullAway.Init")
    private TestUnit unit;

    @BeforeAll
    void fill() {
        TestDatabase database = PostgresDatabase.shared().newDatabase();
        database.execute(
                "insert into idem_token (token_hash, key_hash, public_id, application, operation, scope, purpose, subject,"
                        + " issued_by, issued_at, expires_at, used_at, late_attempts) select sha256(n::text::bytea),"
                        + " sha256(('key' || n)::bytea), 'id-' || n, 'shop', 'buy', '', 'checkout', 'subject-' || n % 500, '',"
                        + " now() - n * interval '3 seconds', now() + interval '1 hour' - n * interval '3 seconds',"
                        + " case when n % 2 = 0 then now() end, 0 from generate_series(1, " + ROWS + ") n");
        database.execute(
                "insert into idem_record (key_hash, application, operation, scope, idem_key, state, attempt_id, epoch,"
                        + " created_at, changed_at, expires_at) select sha256(('failed' || n)::bytea), 'shop', 'buy', '', 'key' || n,"
                        + " 'FAILED', gen_random_uuid(), 1, now(), now(), now() from generate_series(1, " + ROWS / 10
                        + ") n");
        database.execute("analyze");
        unit = new TestUnit(database, "set time zone 'Pacific/Auckland'", "READ_COMMITTED");
    }

    @AfterAll
    void close() {
        unit.close();
    }

    @Test
    void everyListIsServedByAnIndex() {
        assertServed(TokenFilter.ALL);
        assertServed(TokenFilter.ALL.in(TokenState.USED));
        assertServed(TokenFilter.of(new TokenGroup("shop", "subject-1", "checkout")));
        assertServed(new TokenFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("subject-2"),
                Set.of(),
                Optional.empty(),
                Optional.empty()));
    }

    /** The first page, and one that follows. */
    private void assertServed(TokenFilter filter) {
        try (TestUnit.Running running = unit.begin()) {
            TokenInspection inspection =
                    new JpaTokenInspection(running.database(), new LocalTransactions(running.entityManager()));
            long scans = running.counted("idem_token", "seq_scan");
            long rows = running.counted("idem_token", "idx_tup_fetch");
            long records = recordsRead(running);
            Page<TokenLine> first = inspection.tokens(filter, Optional.empty(), PAGE);
            Page<TokenLine> second = inspection.tokens(filter, first.next(), PAGE);

            assertThat(second.lines()).hasSize(PAGE).doesNotContainAnyElementsOf(first.lines());
            assertThat(running.counted("idem_token", "seq_scan"))
                    .as("%s", filter)
                    .isEqualTo(scans);
            assertThat(running.counted("idem_token", "idx_tup_fetch") - rows)
                    .as("%s", filter)
                    .isLessThan(10L * PAGE);
            assertThat(recordsRead(running) - records).as("%s", filter).isLessThan(10L * PAGE);
        }
    }

    private static long recordsRead(TestUnit.Running running) {
        return running.counted("idem_record", "seq_tup_read") + running.counted("idem_record", "idx_tup_fetch");
    }
}
