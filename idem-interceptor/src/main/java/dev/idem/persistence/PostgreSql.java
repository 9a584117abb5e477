package dev.idem.persistence;

import dev.idem.engine.Claim;
import dev.idem.engine.Digest;
import dev.idem.engine.StoreHeldUp;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL. A statement bounds its own wait: it reads {@code lock_timeout}, sets it, does its work and sets it back,
 * each part needing what the one before gave, which fixes the order. So a claim is one round trip.
 */
final class PostgreSql implements Vendor {

    /** A {@code lock_timeout} of zero would wait for ever; a shorter one would take a busy machine for a busy key. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(2);

    /** How long the database may take to answer beyond the wait it was asked for. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    /** Lock not available. */
    private static final String LOCK_TIMEOUT = "55P03";

    /** With it, serialization failure and deadlock. */
    private static final Set<String> LOCK_CONFLICTS = Set.of(LOCK_TIMEOUT, "40001", "40P01");

    private static final String CLOCK = "clock_timestamp()";

    /** The driver's interface of a connection. */
    private static final String DRIVER_CONNECTION = "org.postgresql.core.BaseConnection";

    private static final String INSERT = bounded(
            "insert into idem_record " + RecordSql.COLUMNS + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, moment, moment, "
                    + expiry("moment") + " from bound on conflict (key_hash) do nothing returning 1",
            "state, attempt_id, fingerprint, edited_fingerprint, result, expires_at, read_at from done left join lateral"
                    + " (select state, attempt_id, fingerprint, edited_fingerprint, result, expires_at, " + CLOCK
                    + " as read_at from idem_record where key_hash = ? and not changed offset 0) as present on true");

    private static final String MOVE = bounded(
            "update idem_record set " + RecordSql.renewal("moment", expiry("moment")) + " from bound where "
                    + RecordSql.free(CLOCK) + " returning 1",
            "1 from done");

    private static String bounded(String change, String answer) {
        return "with before as materialized (select current_setting('lock_timeout') as was, " + CLOCK + " as moment),"
                + " bound as materialized"
                + " (select was, moment from before where set_config('lock_timeout', ?, true) is not null),"
                + " change as (" + change + "),"
                + " done as materialized (select was, exists (select from change) as changed from bound)"
                + " select changed, set_config('lock_timeout', was, true), " + answer;
    }

    /** Calendar arithmetic in UTC, whatever the session's time zone. */
    private static String expiry(String start) {
        return "(" + start + " at time zone 'UTC' + make_interval(months => ?) + ? * interval '1 microsecond')"
                + " at time zone 'UTC'";
    }

    private volatile @Nullable Class<?> driverType;

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    public String folder() {
        return "postgresql";
    }

    @Override
    public String clock() {
        return CLOCK;
    }

    @Override
    public String expiry() {
        return expiry(CLOCK);
    }

    /**
     * PostgreSQL's usual data source is not an XA one, and Payara lends such a connection to one user at a time, also
     * within a transaction: while the application's persistence unit has it, the pool would have to give a second one,
     * and as many calls as there are connections would wait for each other.
     */
    @Override
    public Optional<Connection> driverConnection(Connection lent) {
        try {
            return Optional.of((Connection) lent.unwrap(driverType()));
        } catch (ClassNotFoundException | SQLException | ClassCastException notToBeHad) {
            return Optional.empty();
        }
    }

    private Class<?> driverType() throws ClassNotFoundException {
        Class<?> type = driverType;
        if (type == null) {
            type = Class.forName(
                    DRIVER_CONNECTION, false, Thread.currentThread().getContextClassLoader());
            driverType = type;
        }
        return type;
    }

    @Override
    public boolean readsFirst() {
        return false;
    }

    @Override
    public Optional<Claim> insert(Connection connection, NewRecord row, Duration wait) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setQueryTimeout(seconds(wait));
            Parameters.of(statement)
                    .text(lockTimeout(wait))
                    .key(row.key())
                    .content(row)
                    .digest(row.key().hash());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean("changed")
                        ? Optional.of(new Claim.Claimed())
                        : StoredRecords.read(rows).map(Claim.Found::new);
            }
        } catch (SQLException failure) {
            if (LOCK_TIMEOUT.equals(failure.getSQLState())
                    && PostgresContext.isElsewhere(failure, JpaRecordStore.RECORDS)) {
                throw new StoreHeldUp(failure);
            }
            throw failure;
        }
    }

    @Override
    public boolean move(Connection connection, NewRecord row, Duration wait) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setQueryTimeout(seconds(wait));
            Parameters.of(statement)
                    .text(lockTimeout(wait))
                    .content(row)
                    .digest(row.key().hash());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean("changed");
            }
        }
    }

    @Override
    public boolean lock(Connection connection, String query, Digest parameter, Duration wait) throws SQLException {
        String before = setLockTimeout(connection, lockTimeout(wait));
        boolean found = RecordSql.found(connection, query, parameter);
        setLockTimeout(connection, before);
        return found;
    }

    /** Sets it for this transaction; a lock that is not got ends the transaction, and with it the setting. */
    private static String setLockTimeout(Connection connection, String timeout) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select before.setting, set_config('lock_timeout', ?, true)"
                        + " from (select current_setting('lock_timeout') as setting offset 0) as before")) {
            Parameters.of(statement).text(timeout);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @Override
    public String ifAbsent(String insert, String column) {
        return insert + " on conflict do nothing";
    }

    @Override
    public Object time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** A lock on the whole table is waited for before the statement can bound it: the driver's timer ends that. */
    private static int seconds(Duration wait) {
        return Math.toIntExact(wait.plus(LONGEST_ANSWER).toSeconds());
    }

    private static String lockTimeout(Duration wait) {
        Duration bound = wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
        return Math.min(bound.toMillis(), Integer.MAX_VALUE) + "ms";
    }

    @Override
    public boolean failedTransactionsGoOn() {
        return false;
    }

    @Override
    public boolean lockConflict(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && LOCK_CONFLICTS.contains(state);
    }
}
