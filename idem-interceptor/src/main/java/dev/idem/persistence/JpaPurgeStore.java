package dev.idem.persistence;

import dev.idem.engine.PurgeStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds and deletes what may go, in the transaction of an entity manager. */
final class JpaPurgeStore implements PurgeStore {

    private final Database database;

    JpaPurgeStore(Database database) {
        this.database = database;
    }

    @Override
    public Instant now() {
        return database.work("", (connection, vendor) -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select " + vendor.clock())) {
                rows.next();
                return vendor.instant(rows, 1);
            }
        });
    }

    @Override
    public List<Row> find(Kind kind, Window window, int limit) {
        PurgeTable table = PurgeTable.of(kind);
        return database.work(table.table(), (connection, vendor) -> {
            try (PreparedStatement statement = connection.prepareStatement(table.find(vendor))) {
                Parameters.of(statement)
                        .value(vendor.time(window.from()))
                        .value(vendor.time(window.until()))
                        .number(limit);
                List<Row> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Row(table.id(rows), vendor.instant(rows, 2)));
                    }
                }
                return found;
            }
        });
    }

    @Override
    public Optional<Integer> delete(Kind kind, Collection<Row> rows, Instant until) {
        if (rows.isEmpty()) {
            return Optional.of(0);
        }
        PurgeTable table = PurgeTable.of(kind);
        List<String> ids = rows.stream().map(Row::id).toList();
        return database.work(table.table(), (connection, vendor) -> {
            try {
                return Optional.of(new Deletion(connection, vendor).delete(table, ids, until));
            } catch (SQLException failure) {
                if (vendor.lockConflict(failure)) {
                    return Optional.empty();
                }
                throw failure;
            }
        });
    }
}
