package dev.idem.bench;

import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAccumulator;
import org.awaitility.Awaitility;

/** Looks ten times a second, by one session, whether anybody waits for a lock, and how many dead rows there are. */
final class Watch implements AutoCloseable {

    /** A table is made longer under a lock, by whoever needs the room. */
    private static final String WAITING = "select count(*) from pg_locks where not granted and locktype <> 'extend'";

    private static final String DEAD = "select n_dead_tup from pg_stat_user_tables where relname = 'idem_record'";
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final TestDatabase database;
    private final AtomicInteger waits = new AtomicInteger();
    private final DoubleAccumulator dead = new DoubleAccumulator(Math::max, 0);
    private volatile boolean ended;
    private final CompletableFuture<Void> looking;

    Watch(TestDatabase database) {
        this.database = database;
        this.looking = CompletableFuture.runAsync(this::look);
    }

    private void look() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Awaitility.await().forever().pollInterval(BETWEEN).until(() -> {
                look(statement);
                return ended;
            });
        } catch (SQLException failure) {
            throw new CompletionException("nobody watches any more", failure);
        }
    }

    private void look(Statement statement) throws SQLException {
        if (Query.value(statement, WAITING) > 0) {
            waits.incrementAndGet();
        }
        dead.accumulate(Query.value(statement, DEAD));
    }

    /** How often somebody waited. */
    int waits() {
        return waits.get();
    }

    /** The most dead rows at once. */
    double dead() {
        return dead.get();
    }

    /** Ends looking; throws if that had ended before, by a failure. */
    @Override
    public void close() {
        ended = true;
        looking.join();
    }
}
