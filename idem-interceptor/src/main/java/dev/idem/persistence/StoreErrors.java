package dev.idem.persistence;

import dev.idem.engine.StoreFailure;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a database error means and what to do about it. */
final class StoreErrors {

    private static final int DEEPEST = 30;

    private static final Set<String> MISSING_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    /** PostgreSQL: terminated by administrator, crash, cannot connect now. */
    private static final Set<String> TERMINATED = Set.of("57P01", "57P02", "57P03");

    /** PostgreSQL: ended by a time-out. */
    private static final String QUERY_CANCELED = "57014";

    private StoreErrors() {}

    static StoreFailure unknownDatabase(String product) {
        return new StoreFailure("IDEM-0101 the data source leads to " + product
                + ", which Idem does not know: it supports PostgreSQL 15 to 18, MariaDB 10.11 and newer, and H2 2.2"
                + " and newer; point idem.datasource to one of them");
    }

    /**
     * Translates a database error.
     *
     * @param failure as it came from the persistence provider
     * @param table the table that was used
     * @param vendor the database, null if it could not be asked
     */
    static StoreFailure translate(RuntimeException failure, String table, @Nullable Vendor vendor) {
        String advice =
                sqlError(failure).map(error -> advice(error, table, vendor)).orElse("the record store failed");
        return new StoreFailure(advice, failure);
    }

    private static String advice(SQLException error, String table, @Nullable Vendor vendor) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        if (vendor == null || isUnreached(error, state)) {
            return "the database could not be reached, or the connection was lost: check the data source, retry later";
        }
        if (QUERY_CANCELED.equals(state)) {
            return "the database did not answer at " + table + " in time: see what holds it up, retry later";
        }
        if (MISSING_TABLE.contains(state)) {
            return "IDEM-0102 the table " + table + " is missing: apply db/" + vendor.folder() + "/V1__idem.sql";
        }
        if (vendor.lockConflict(error)) {
            return "the database gave up on a lock or ended a deadlock at " + table + ": retry later";
        }
        return "the database refused a statement on " + table + " (SQLState " + state + "): see the cause";
    }

    /** Without a state it is the pool that speaks: it has no connection to give. */
    private static boolean isUnreached(SQLException error, String state) {
        return state.isEmpty()
                || state.startsWith("08")
                || TERMINATED.contains(state)
                || error instanceof SQLNonTransientConnectionException;
    }

    /** Tells whether a unique index refused a row: SQL:2023 class 23. */
    static boolean isDuplicate(Throwable failure) {
        return sqlError(failure)
                .map(SQLException::getSQLState)
                .filter(state -> state.startsWith("23"))
                .isPresent();
    }

    /** Tells whether a statement was ended because it took too long. */
    static boolean isTimeout(Throwable failure) {
        return sqlError(failure)
                .filter(error -> error instanceof SQLTimeoutException || QUERY_CANCELED.equals(error.getSQLState()))
                .isPresent();
    }

    /** Tells whether a transaction had to give way to another one: the same may well succeed in a new one. */
    static boolean gaveWay(Throwable failure, Optional<Vendor> vendor) {
        return vendor.flatMap(known -> sqlError(failure).filter(known::lockConflict))
                .isPresent();
    }

    private static Optional<SQLException> sqlError(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException error) {
                return Optional.of(error);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
