package dev.idem.scenario;

import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What listeners have left in their database.
 *
 * @param database where they work
 */
record ListenerRows(TestDatabase database) {

    int effects(String name) {
        return Integer.parseInt(text("select count(*) from effect where name = ?", name));
    }

    /** The state of a record, "none" if there is none. */
    String state(String operation, String key) {
        return text("select state from idem_record where operation = ? and idem_key = ?", operation, key);
    }

    int records(String key) {
        return Integer.parseInt(text("select count(*) from idem_record where idem_key = ?", key));
    }

    String arguments(String operation, String key) {
        return text("select arguments from idem_record where operation = ? and idem_key = ?", operation, key);
    }

    /** How many counted attempts are kept. */
    int attempts(String operation, String key) {
        return Integer.parseInt(text("""
                select count(*) from idem_attempt a join idem_record r on r.key_hash = a.key_hash
                where a.counted and r.operation = ? and r.idem_key = ?""", operation, key));
    }

    /** Source, id of the delivery and arguments of a key's conflicts; "none" if there is none. */
    String conflict(String operation, String key) {
        return text("""
                select string_agg(c.source || ' ' || coalesce(c.message_id, '-') || ' ' || c.arguments, ' and ')
                from idem_conflict c join idem_record r on r.key_hash = c.key_hash
                where r.operation = ? and r.idem_key = ?""", operation, key);
    }

    private String text(String sql, String... parameters) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getString(1) != null ? rows.getString(1) : "none";
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
