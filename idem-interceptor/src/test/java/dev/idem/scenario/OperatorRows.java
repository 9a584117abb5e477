package dev.idem.scenario;

import dev.idem.engine.Digest;
import dev.idem.engine.RecordKey;
import dev.idem.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What an operator's console writes and reads, on PostgreSQL, from outside the server.
 *
 * @param database where the application works
 */
record OperatorRows(TestDatabase database) {

    /** Parks a call. */
    void park(RecordKey key, String arguments) {
        update(
                "insert into idem_record (key_hash, application, operation, scope, idem_key, state, attempt_id, arguments,"
                        + " epoch, created_at, changed_at, expires_at) values (decode(?, 'hex'), ?, ?, ?, ?, 'POISON',"
                        + " gen_random_uuid(), ?, 1, clock_timestamp(), clock_timestamp(), clock_timestamp())",
                key.hash().hex(),
                key.application(),
                key.operation(),
                key.scope(),
                key.key(),
                arguments);
    }

    /** Asks for a replay of a parked call; gives the token that names the request. */
    String replay(String operation, String key) {
        String token = UUID.randomUUID().toString();
        update(
                "insert into idem_request (action_token, kind, state, key_hash, active_key, application, operation,"
                        + " record_epoch, requested_by, requested_at, not_before, epoch) select ?, 'REPLAY', 'REQUESTED',"
                        + " key_hash, key_hash, application, operation, epoch, 'eve', clock_timestamp(),"
                        + " clock_timestamp(), 0 from idem_record where operation = ? and idem_key = ?",
                token,
                operation,
                key);
        return token;
    }

    /** State, and outcome with its detail once it is done. */
    String request(String token) {
        return text(
                "select state || coalesce(' ' || outcome || ': ' || detail, '') from idem_request"
                        + " where action_token = ?",
                token);
    }

    String state(String operation, String key) {
        return text("select state from idem_record where operation = ? and idem_key = ?", operation, key);
    }

    /** When a one-time token was used, "none" if it was not. */
    String usedAt(Digest token) {
        return text("select used_at from idem_token where token_hash = decode(?, 'hex')", token.hex());
    }

    int effects(String name) {
        return Integer.parseInt(text("select count(*) from effect where name = ?", name));
    }

    void open(String gate) {
        update("insert into gate (name) values (?)", gate);
    }

    private void update(String sql, String... parameters) {
        try (Connection connection = database.connect();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("nothing was changed by " + sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String text(String sql, String... parameters) {
        try (Connection connection = database.connect();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getString(1) != null ? rows.getString(1) : "none";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, String... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }
}
