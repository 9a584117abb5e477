package dev.idem.persistence;

import dev.idem.engine.Claim;
import dev.idem.engine.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * H2. A failed statement leaves its transaction usable, so a duplicate key may be met by its error. The clock stands
 * still during a transaction: a record may be found to bind a little longer than it does, never shorter.
 */
final class H2 implements Vendor {

    /** Lock time-out, deadlock, concurrent update. */
    private static final Set<Integer> LOCK_CONFLICTS = Set.of(50200, 40001, 90131);

    private static final String CLOCK = "current_timestamp";
    private static final String EXPIRY =
            "dateadd(month, ?, current_timestamp at time zone 'UTC') + cast(? as bigint) * interval '0.000001' second";
    private static final String INSERT = RecordSql.insert(CLOCK, EXPIRY);
    private static final String MOVE = RecordSql.move(CLOCK, EXPIRY);

    @Override
    public String product() {
        return "H2";
    }

    @Override
    public String folder() {
        return "h2";
    }

    @Override
    public String clock() {
        return CLOCK;
    }

    @Override
    public String expiry() {
        return EXPIRY;
    }

    @Override
    public boolean readsFirst() {
        return true;
    }

    @Override
    public Optional<Claim> insert(Connection connection, NewRecord row, Duration wait) throws SQLException {
        return bounded(connection, wait, () -> {
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                Parameters.of(statement).key(row.key()).content(row);
                statement.executeUpdate();
                return Optional.of(new Claim.Claimed());
            } catch (SQLIntegrityConstraintViolationException duplicate) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean move(Connection connection, NewRecord row, Duration wait) throws SQLException {
        return bounded(connection, wait, () -> RecordSql.move(connection, MOVE, row));
    }

    @Override
    public boolean lock(Connection connection, String query, Digest parameter, Duration wait) throws SQLException {
        return bounded(connection, wait, () -> RecordSql.found(connection, query, parameter));
    }

    @Override
    public String ifAbsent(String insert, String column) {
        return insert;
    }

    @Override
    public Object time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** Sets the connection's lock time-out back afterwards, for the pool hands the connection to others. */
    private static <T> T bounded(Connection connection, Duration wait, Work<T> work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int before = lockTimeout(statement);
            // Zero would be taken for the database's default.
            long bound = Math.min(Math.max(1, wait.toMillis()), Integer.MAX_VALUE);
            statement.execute("set lock_timeout " + bound);
            try {
                return work.run();
            } finally {
                statement.execute("set lock_timeout " + before);
            }
        }
    }

    private static int lockTimeout(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("call lock_timeout()")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public boolean failedTransactionsGoOn() {
        return true;
    }

    @Override
    public boolean lockConflict(SQLException failure) {
        return LOCK_CONFLICTS.contains(failure.getErrorCode());
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }
}
