package dev.idem.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes rows by their primary keys, after it has locked those that still may go and that nobody else holds: it never
 * waits, and so is never part of a deadlock.
 *
 * @param connection in the running transaction
 * @param vendor what database it is
 */
record Deletion(Connection connection, Vendor vendor) {

    /**
     * What goes with a batch of records. Of what is beyond, attempts and drafts go by themselves once they have expired; links to
     * edits, which have no time of their own, stay.
     */
    private static final int MOST = 900;

    /**
     * Deletes rows of a table.
     *
     * @param until the youngest time of those that may go
     * @return how many went
     */
    int delete(PurgeTable table, List<String> ids, Instant until) throws SQLException {
        List<String> locked = lock(table, ids, until);
        if (!locked.isEmpty()) {
            boolean records = table == PurgeTable.RECORDS;
            if (records) {
                deleteWith(locked, PurgeTable.ATTEMPTS, PurgeTable.attempts(locked.size()));
                deleteWith(locked, PurgeTable.DRAFTS, PurgeTable.drafts(locked.size()));
            }
            delete(table, locked);
            if (records) {
                deleteWith(locked, PurgeTable.DERIVED, PurgeTable.derivedFrom(locked.size()));
                deleteWith(locked, PurgeTable.DERIVED, PurgeTable.derived(locked.size()));
            }
        }
        return locked.size();
    }

    private List<String> lock(PurgeTable table, List<String> ids, Instant until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.lock(vendor, ids.size()))) {
            table.set(Parameters.of(statement), ids).value(vendor.time(until));
            return ids(table, statement);
        }
    }

    /** What belongs to records. Of attempts those of the life that ended: later ones count for the next. */
    private void deleteWith(List<String> records, PurgeTable table, String find) throws SQLException {
        List<String> found;
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            PurgeTable.RECORDS.set(Parameters.of(statement), records).number(MOST);
            found = ids(table, statement);
        }
        if (!found.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(table.lockAll(vendor, found.size()))) {
                table.set(Parameters.of(statement), found);
                delete(table, ids(table, statement));
            }
        }
    }

    /** One by one, in one batch: on a small table a database may answer a list of keys by reading, and locking, it all. */
    private void delete(PurgeTable table, List<String> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.delete())) {
            for (String id : ids) {
                table.set(Parameters.of(statement), List.of(id));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<String> ids(PurgeTable table, PreparedStatement statement) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(table.id(rows));
            }
        }
        return ids;
    }
}
