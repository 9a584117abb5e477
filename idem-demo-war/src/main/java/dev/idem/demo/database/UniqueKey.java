package dev.idem.demo.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells that a row is there already from other failures: by SQLState class 23, never by a message. */
public final class UniqueKey {

    private static final String CONSTRAINT = "23";

    private UniqueKey() {}

    /**
     * Whether a constraint of the database refused a row. The transaction is lost then: let it roll back.
     *
     * @param failure what was thrown
     * @return true if one of its causes says so
     */
    public static boolean violated(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(CONSTRAINT)) {
                return true;
            }
        }
        return false;
    }
}
