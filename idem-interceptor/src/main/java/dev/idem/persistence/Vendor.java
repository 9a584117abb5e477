package dev.idem.persistence;

import dev.idem.engine.Claim;
import dev.idem.engine.Digest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What differs between databases. Implementations have no state. */
interface Vendor {

    static Vendor of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return List.of(new PostgreSql(), new MariaDb(), new H2()).stream()
                .filter(vendor -> vendor.product().equals(product))
                .findFirst()
                .orElseThrow(() -> StoreErrors.unknownDatabase(product));
    }

    /** The database's name, as its driver gives it. */
    String product();

    /**
     * The driver's own connection behind one that a pool lent, if it serves the transaction to its end whatever becomes
     * of the lent one, and if that is of use.
     */
    default Optional<Connection> driverConnection(Connection lent) {
        return Optional.empty();
    }

    /** The folder of its migrations. */
    String folder();

    /** What time it is, as SQL: by the database clock, in the type of the columns. */
    String clock();

    /** When a retention that starts now ends, as SQL with two parameters: months and microseconds. */
    String expiry();

    /** Tells whether a record must be looked for before it is inserted. */
    boolean readsFirst();

    /**
     * Inserts a record if there is none.
     *
     * @return Claimed, or the record that is in the way; empty if there is one that the statement does not show
     * @throws dev.idem.engine.StoreHeldUp if it waited for something else than the key, and the database tells
     * @throws SQLException with a {@link #lockConflict} if another transaction holds the key
     */
    Optional<Claim> insert(Connection connection, NewRecord row, Duration wait) throws SQLException;

    /**
     * Makes a free record a new one.
     *
     * @return false if there is none, or it is not free
     * @throws SQLException with a {@link #lockConflict} if another transaction holds it
     */
    boolean move(Connection connection, NewRecord row, Duration wait) throws SQLException;

    /**
     * Locks what a query selects until the transaction ends.
     *
     * @param query ends with {@code for update}
     * @return false if it selects nothing
     * @throws SQLException with a {@link #lockConflict} if another transaction holds it all the time
     */
    boolean lock(Connection connection, String query, Digest parameter, Duration wait) throws SQLException;

    /**
     * An insert that leaves a row alone that is there already. On H2 it fails then, and the transaction goes on.
     *
     * @param column any column of the table
     */
    String ifAbsent(String insert, String column);

    /** A point in time, as the driver takes it for the type of the columns. */
    Object time(Instant time);

    /** A point in time in a column of a row. */
    default Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** What stands behind a table so that it is read by an index, if the database might choose to read it all. */
    default String forced(String index) {
        return "";
    }

    /**
     * Tells whether a session goes on in a new transaction after the database has rolled one back, at a deadlock. Where
     * it does not, a transaction that lost its record cannot commit.
     */
    boolean failedTransactionsGoOn();

    /** Tells whether an error says that another transaction holds the row, or changed it behind this snapshot. */
    boolean lockConflict(SQLException failure);
}
