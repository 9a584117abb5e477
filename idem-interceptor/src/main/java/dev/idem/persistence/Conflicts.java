package dev.idem.persistence;

import dev.idem.engine.Conflict;
import dev.idem.engine.Origin;
import dev.idem.engine.PayloadPlace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps conflicts: inserts only. */
final class Conflicts {

    static final String CONFLICTS = "idem_conflict";

    /** How many requests a key keeps that nobody has resolved. */
    static final int KEPT = 50;

    private static final int NAME = 255;

    private final Database database;
    private final String node;

    Conflicts(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    void keep(Conflict conflict) {
        Optional<String> arguments = database.payloads()
                .sealed(
                        conflict.arguments(),
                        PayloadPlace.conflict(conflict.key().hash(), conflict.fingerprint()));
        database.work(CONFLICTS, (connection, vendor) -> {
            if (isNew(connection, conflict)) {
                insert(connection, vendor, conflict, arguments);
            }
            return conflict;
        });
    }

    /**
     * A message is gone once it is acknowledged: only the same delivery is not kept again. A client that repeats a refused
     * request adds nothing, and one that invents others fills no table.
     */
    private static boolean isNew(Connection connection, Conflict conflict) throws SQLException {
        boolean message = conflict.source() == Origin.Source.MESSAGE;
        String known = message ? "fingerprint = ? and message_id = ?" : "fingerprint = ?";
        String sql = "select count(*), coalesce(sum(case when " + known
                + " then 1 else 0 end), 0) from idem_conflict where key_hash = ? and resolved_at is null";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters parameters = Parameters.of(statement).digest(conflict.fingerprint());
            if (message) {
                parameters.text(cut(conflict.deliveryId()));
            }
            parameters.digest(conflict.key().hash());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(2) == 0 && (message || rows.getInt(1) < KEPT);
            }
        }
    }

    private void insert(Connection connection, Vendor vendor, Conflict conflict, Optional<String> arguments)
            throws SQLException {
        String sql = "insert into idem_conflict (key_hash, application, operation, record_fingerprint, fingerprint,"
                + " arguments, source, message_id, caller, trace_id, node, occurred_at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + vendor.clock() + ", " + vendor.expiry() + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.of(statement)
                    .digest(conflict.key().hash())
                    .text(conflict.key().application())
                    .text(conflict.key().operation())
                    .digest(conflict.recorded())
                    .digest(conflict.fingerprint())
                    .text(arguments)
                    .text(conflict.source().name())
                    .text(cut(conflict.deliveryId()))
                    .text(cut(conflict.caller()))
                    .text(conflict.traceId())
                    .text(node)
                    .retention(conflict.expireAfter());
            statement.executeUpdate();
        }
    }

    private static Optional<String> cut(Optional<String> name) {
        return name.map(text -> text.length() <= NAME ? text : text.substring(0, NAME));
    }
}
