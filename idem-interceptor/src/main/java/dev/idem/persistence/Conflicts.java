package dev.idem.persistence;

import dev.idem.engine.Conflict;
import dev.idem.engine.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps conflicts: inserts only. */
final class Conflicts {

    static final String CONFLICTS = "idem_conflict";

    private static final int NAME = 255;

    private final Database database;
    private final String node;

    Conflicts(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    /** A client that repeats a refused request adds nothing; a message is gone once acknowledged, so each is kept. */
    void keep(Conflict conflict) {
        database.work(CONFLICTS, (connection, vendor) -> {
            if (conflict.source() == Origin.Source.MESSAGE || !known(connection, conflict)) {
                insert(connection, vendor, conflict);
            }
            return conflict;
        });
    }

    private static boolean known(Connection connection, Conflict conflict) throws SQLException {
        String sql = "select 1 from idem_conflict where key_hash = ? and fingerprint = ? and resolved_at is null";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.of(statement).digest(conflict.key().hash()).digest(conflict.fingerprint());
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void insert(Connection connection, Vendor vendor, Conflict conflict) throws SQLException {
        String sql = "insert into idem_conflict (key_hash, application, operation, record_fingerprint, fingerprint,"
                + " arguments, source, message_id, caller, node, occurred_at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + vendor.clock() + ", " + vendor.expiry() + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.of(statement)
                    .digest(conflict.key().hash())
                    .text(conflict.key().application())
                    .text(conflict.key().operation())
                    .digest(conflict.recorded())
                    .digest(conflict.fingerprint())
                    .text(conflict.arguments())
                    .text(conflict.source().name())
                    .text(cut(conflict.deliveryId()))
                    .text(cut(conflict.caller()))
                    .text(node)
                    .retention(conflict.expireAfter());
            statement.executeUpdate();
        }
    }

    private static Optional<String> cut(Optional<String> name) {
        return name.map(text -> text.length() <= NAME ? text : text.substring(0, NAME));
    }
}
