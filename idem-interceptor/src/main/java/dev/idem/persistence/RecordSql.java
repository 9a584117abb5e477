package dev.idem.persistence;

import dev.idem.engine.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Statements on {@code idem_record} that databases share, given their clock. */
final class RecordSql {

    /** The columns of a new record: those that {@link Parameters} sets in this order, the epoch, and three times. */
    static final String COLUMNS = "(key_hash, application, operation, scope, idem_key, state, attempt_id, fingerprint,"
            + " arguments, epoch, created_at, changed_at, expires_at)";

    private RecordSql() {}

    static String insert(String clock, String expiry) {
        return "insert into idem_record " + COLUMNS + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, " + clock + ", " + clock
                + ", " + expiry + ")";
    }

    /** The assignments that make a free record a new one. */
    static String renewal(String clock, String expiry) {
        return "state = ?, attempt_id = ?, fingerprint = ?, arguments = ?, expires_at = " + expiry
                + ", edited_fingerprint = null, result = null, owner = null, lease_until = null, epoch = epoch + 1"
                + ", created_at = " + clock + ", changed_at = " + clock;
    }

    /** A record that binds no longer, or never did. Evaluated under the row's lock. */
    static String free(String clock) {
        return "key_hash = ? and (state = 'FAILED' or state in ('COMPLETED', 'REFUSED') and expires_at <= " + clock
                + ")";
    }

    static String move(String clock, String expiry) {
        return "update idem_record set " + renewal(clock, expiry) + " where " + free(clock);
    }

    /** Runs a {@link #move}. */
    static boolean move(Connection connection, String sql, NewRecord row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.of(statement).content(row).digest(row.key().hash());
            return statement.executeUpdate() == 1;
        }
    }

    /** Runs a {@link Vendor#lock} query. */
    static boolean found(Connection connection, String sql, Digest parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.of(statement).digest(parameter);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
