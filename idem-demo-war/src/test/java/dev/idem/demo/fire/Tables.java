package dev.idem.demo.fire;

import dev.idem.fire.Effect;
import dev.idem.fire.Identity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in the database, past all nodes and wires.
 *
 * @param database which one
 */
record Tables(FireDatabase database) {

    /** From now on what was sick succeeds. */
    void heal(String key) throws SQLException {
        if (ask("select idem_key from fire_heal where idem_key = ?", row -> row.getString(1), key)
                .isEmpty()) {
            try (Connection connection = database.connect();
                    PreparedStatement insert =
                            connection.prepareStatement("insert into fire_heal (idem_key) values (?)")) {
                insert.setString(1, key);
                insert.executeUpdate();
            }
        }
    }

    /** The answers of the effects of a call. */
    List<String> answers(Identity call) throws SQLException {
        return ask(
                "select answer from fire_effect where operation = ? and scope = ? and idem_key = ?",
                row -> row.getString(1),
                call.operation(),
                call.scope(),
                call.key());
    }

    List<Effect> effects() throws SQLException {
        return ask(
                "select operation, scope, idem_key, answer from fire_effect",
                row -> new Effect(identity(row), row.getString(4)));
    }

    Map<Identity, String> states() throws SQLException {
        Map<Identity, String> states = new HashMap<>();
        ask(
                "select operation, scope, idem_key, state from idem_record",
                row -> states.put(identity(row), row.getString(4)));
        return states;
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(row.getString(1), row.getString(2), row.getString(3));
    }

    /** How many records are being run by somebody. */
    int running() throws SQLException {
        return count("select count(*) from idem_record where state = 'IN_PROGRESS'");
    }

    /** How many messages of the outbox are not sent. */
    int unsent() throws SQLException {
        return count("select count(*) from idem_outbox where state <> 'SENT'");
    }

    /** Failed attempts that count towards poison, of calls that say nothing of a mood; those of tokens are not known. */
    List<String> countedForNothing() throws SQLException {
        return ask(
                "select a.operation, a.message, count(*) from idem_attempt a join idem_record r on r.key_hash = a.key_hash"
                        + " where a.counted = true and a.operation <> 'web.submit' and r.idem_key not like '%-sick'"
                        + " and r.idem_key not like '%-error' group by a.operation, a.message",
                row -> row.getInt(3) + " x " + row.getString(1) + ": " + row.getString(2));
    }

    private int count(String query) throws SQLException {
        return ask(query, row -> row.getInt(1)).get(0);
    }

    private <T> List<T> ask(String query, Row<T> row, String... values) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        }
    }

    private interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
