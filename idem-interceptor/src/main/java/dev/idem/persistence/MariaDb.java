package dev.idem.persistence;

import dev.idem.engine.Claim;
import dev.idem.engine.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * MariaDB. An insert that meets a record changes nothing and returns the attempt of the row that is there: a count of
 * rows would not tell, for it depends on the connection's settings. Waits are bounded in whole seconds, rounded up.
 */
final class MariaDb implements Vendor {

    /** Lock wait time-out, deadlock, record changed since the snapshot. */
    private static final Set<Integer> LOCK_CONFLICTS = Set.of(1205, 1213, 1020);

    private static final int LONGEST_WAIT = 100_000_000;

    /** Seconds that a lock on the whole table may last beyond the wait for a row, and the most there may be. */
    private static final int LONGEST_ANSWER = 5;

    private static final int LONGEST_TABLE_WAIT = 31_536_000;

    private static final String CLOCK = "utc_timestamp(6)";
    private static final String EXPIRY = CLOCK + " + interval ? month + interval ? microsecond";
    private static final String INSERT =
            RecordSql.insert(CLOCK, EXPIRY) + " on duplicate key update key_hash = key_hash returning attempt_id";
    private static final String MOVE = RecordSql.move(CLOCK, EXPIRY);

    @Override
    public String product() {
        return "MariaDB";
    }

    @Override
    public String folder() {
        return "mariadb";
    }

    @Override
    public String clock() {
        return CLOCK;
    }

    @Override
    public String expiry() {
        return EXPIRY;
    }

    /** The insert would lock a record that is there. */
    @Override
    public boolean readsFirst() {
        return true;
    }

    @Override
    public Optional<Claim> insert(Connection connection, NewRecord row, Duration wait) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(bounded(INSERT, wait))) {
            Parameters.of(statement).key(row.key()).content(row);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                UUID attempt = rows.getObject(1, UUID.class);
                return row.attempt().equals(attempt) ? Optional.of(new Claim.Claimed()) : Optional.empty();
            }
        }
    }

    @Override
    public boolean move(Connection connection, NewRecord row, Duration wait) throws SQLException {
        return RecordSql.move(connection, bounded(MOVE, wait), row);
    }

    @Override
    public boolean lock(Connection connection, String query, Digest parameter, Duration wait) throws SQLException {
        return RecordSql.found(connection, bounded(query, wait), parameter);
    }

    @Override
    public String ifAbsent(String insert, String column) {
        return insert + " on duplicate key update " + column + " = " + column;
    }

    /** The columns have no zone: they are UTC. */
    @Override
    public Object time(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    @Override
    public Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /** A locking statement locks every row it reads. */
    @Override
    public String forced(String index) {
        return " force index (" + index + ")";
    }

    private static String bounded(String sql, Duration wait) {
        long seconds = wait.toSeconds() + (wait.toNanosPart() > 0 ? 1 : 0);
        long rows = Math.min(seconds, LONGEST_WAIT);
        return "set statement innodb_lock_wait_timeout = " + rows + ", lock_wait_timeout = "
                + Math.min(rows + LONGEST_ANSWER, LONGEST_TABLE_WAIT) + " for " + sql;
    }

    @Override
    public boolean failedTransactionsGoOn() {
        return true;
    }

    @Override
    public boolean lockConflict(SQLException failure) {
        return LOCK_CONFLICTS.contains(failure.getErrorCode());
    }
}
