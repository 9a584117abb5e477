package dev.idem.persistence;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where in its work PostgreSQL was when it reported an error, as its driver's {@code PSQLException} tells. Idem comes without
 * the driver, so it is asked by the names of its methods.
 */
final class PostgresContext {

    private PostgresContext() {}

    /**
     * Tells whether a wait was ended that was not for a row of a table. PostgreSQL names the table of a row that it waits for,
     * in whatever language; it says nothing of a wait for a page that another session adds to a table.
     *
     * @return false too if the driver does not tell
     */
    static boolean isElsewhere(SQLException ended, String table) {
        try {
            Object report = value(ended, "getServerErrorMessage");
            if (report == null) {
                return false;
            }
            Object where = value(report, "getWhere");
            return where == null || !where.toString().contains(table);
        } catch (ReflectiveOperationException anotherDriver) {
            return false;
        }
    }

    private static @Nullable Object value(Object owner, String getter) throws ReflectiveOperationException {
        return owner.getClass().getMethod(getter).invoke(owner);
    }
}
