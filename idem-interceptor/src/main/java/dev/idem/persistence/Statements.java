package dev.idem.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs statements on one table, in the running transaction.
 *
 * @param database used only inside a transaction
 * @param table named in failures
 */
record Statements(Database database, String table) {

    /** Runs a change; gives how many rows it changed. */
    int run(Function<Vendor, String> sql, Setting setting) {
        return database.work(table, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.apply(vendor))) {
                setting.on(Parameters.of(statement));
                return statement.executeUpdate();
            }
        });
    }

    /** Runs a query. */
    <T> List<T> read(Function<Vendor, String> sql, Setting setting, Row<T> reading) {
        return database.work(table, (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.apply(vendor))) {
                setting.on(Parameters.of(statement));
                List<T> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(reading.of(rows));
                    }
                }
                return found;
            }
        });
    }

    /** Sets the parameters of a statement. */
    @FunctionalInterface
    interface Setting {
        Parameters on(Parameters parameters) throws SQLException;
    }

    /** Reads a row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
