package dev.idem.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Transactions of our own that are tried again for a moment while the store fails: what became of an effect is known now,
 * and would not be later. The work must be such that it may happen twice.
 */
final class PatientTransaction {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int DEEPEST = 30;

    /** SQL:2023 data exception, integrity constraint violation, syntax error: the same again would fail again. */
    private static final Set<String> PERMANENT = Set.of("22", "23", "42");

    private final OwnTransaction ownTransaction;
    private final Function<Duration, Backoff> backoffs;

    PatientTransaction(Transactions transactions, Function<Duration, Backoff> backoffs) {
        this.ownTransaction = new OwnTransaction(transactions);
        this.backoffs = backoffs;
    }

    <T> T run(Supplier<T> work) throws Transactions.CommitFailure {
        Backoff backoff = backoffs.apply(PATIENCE);
        while (true) {
            try {
                return ownTransaction.run(work);
            } catch (StoreFailure failure) {
                if (isPermanent(failure) || !backoff.pause()) {
                    throw failure;
                }
            } catch (Transactions.CommitFailure failure) {
                if (!backoff.pause()) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isPermanent(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state != null && state.length() >= 2 && PERMANENT.contains(state.substring(0, 2));
            }
            cause = cause.getCause();
        }
        return false;
    }
}
