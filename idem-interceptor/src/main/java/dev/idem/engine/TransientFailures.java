package dev.idem.engine;

import dev.idem.OperationInProgressException;
import dev.idem.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * Tells failures that a repeated call may heal by itself from those that count towards poison: deadlock, serialization
 * failure, lock time-out, lost connection, another call in progress.
 */
public final class TransientFailures {

    private static final int DEEPEST = 30;

    /** SQL:2023 serialization failure, deadlock; PostgreSQL lock not available, query cancelled; H2 lock time-out. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "HYT00", "57014");

    /** PostgreSQL: terminated by administrator, crash, cannot connect now; class 08: connection exception. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03");

    /** MariaDB: lock wait time-out, deadlock, record changed since the snapshot. */
    private static final Set<Integer> MARIADB_CODES = Set.of(1205, 1213, 1020);

    private TransientFailures() {}

    /** Tells whether a failure, or one of its causes, is such. */
    public static boolean isTransient(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (isTransientItself(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isTransientItself(Throwable failure) {
        return failure instanceof OperationInProgressException
                || failure instanceof StoreUnavailableException
                || (failure instanceof SQLException sql && isTransient(sql));
    }

    private static boolean isTransient(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                // "non-transient" is meant of that connection; the next call gets another one
                || failure instanceof SQLNonTransientConnectionException
                || (state != null && (STATES.contains(state) || isLost(state)))
                || ("HY000".equals(state) && MARIADB_CODES.contains(failure.getErrorCode()));
    }

    private static boolean isLost(String state) {
        return state.startsWith("08") || LOST.contains(state);
    }
}
