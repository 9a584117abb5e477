package dev.idem.demo.fire;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A database of our own on a port of 127.0.0.1 that stays the same. Closing it ends the server. */
interface FireDatabase extends AutoCloseable {

    /** The folder of its script, such as {@code postgresql}. */
    String vendor();

    int port();

    /**
     * What an application is told of it.
     *
     * @param port by which port
     * @param who as whom it appears
     */
    Map<String, String> systemProperties(int port, String who);

    /** A connection of our own, past all wires. */
    Connection connect() throws SQLException;

    /** Ends the sessions of all nodes; returns how many there were. */
    int endSessions() throws SQLException;

    /** Stops the server: in good order, or as if the power failed. */
    void stop(boolean inGoodOrder);

    void start();

    /** Sessions of nodes that are inside a transaction, or hold locks, for longer than they may. */
    String whatIsHeld() throws SQLException;

    /** How many connections the nodes have. */
    int connections() throws SQLException;

    /** The number that a query gives. */
    default int number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    void close();
}
