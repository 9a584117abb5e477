package dev.idem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** How PostgreSQL looks for messages in a large outbox: by its indexes, whatever was sent and whatever waits. */
class PostgresOutboxPlanTest {

    private static final String ROWS = "insert into idem_outbox (message_id, application, sender, destination,"
            + " ordering_key, content_type, payload, state, attempts, epoch, due_at, created_at, expires_at)"
            + " select '%s' || n, 'shop', 'jms', 'queue', %s, 'text/plain', repeat('x', 200), '%s', 0, 0, now(), now(),"
            + " now() from generate_series(1, %d) n";

    @Test
    void messagesAreFoundByIndexes() throws SQLException {
        TestDatabase database = PostgresDatabase.shared().newDatabase();
        database.execute(String.format(ROWS, "sent", "'order-' || n", "SENT", 30_000));
        database.execute(String.format(ROWS, "parked", "'stuck'", "POISON", 1));
        database.execute(String.format(ROWS, "behind", "'stuck'", "PENDING", 10_000));
        database.execute(String.format(ROWS, "free", "null", "PENDING", 10_000));
        database.execute("analyze idem_outbox");

        String plan = plan(database);

        assertThat(plan).contains("idem_outbox_due", "idem_outbox_order").doesNotContain("Seq Scan", "Sort");
    }

    private static String plan(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("explain analyze " + OutboxSql.due(new PostgreSql()))) {
            Parameters.of(statement).text("shop").text("jms").number(200);
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            System.getLogger(PostgresOutboxPlanTest.class.getName()).log(System.Logger.Level.INFO, plan);
            return plan.toString();
        }
    }
}
