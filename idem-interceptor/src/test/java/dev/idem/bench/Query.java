package dev.idem.bench;

import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Figures that a database tells of itself. */
record Query(TestDatabase database) {

    /** How far the log is, in bytes. */
    double log() throws SQLException {
        return value("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
    }

    double value(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return value(statement, sql);
        }
    }

    /** The same by a session that is there. */
    static double value(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }
}
