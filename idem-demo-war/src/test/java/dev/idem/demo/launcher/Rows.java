package dev.idem.demo.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Counts rows in the demo's database itself, past the demo.
 *
 * @param settings how to reach a database that lets others in, so not H2
 */
record Rows(DatabaseSettings settings) {

    int count(String table, String column, String value) {
        String sql = "select count(*) from " + table + " where " + column + " = ?";
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        } catch (SQLException e) {
            throw new AssertionError("The database cannot be asked", e);
        }
    }
}
