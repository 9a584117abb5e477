package dev.idem.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Keeps failed attempts, each in a transaction of its own, and parks what failed too often. Bookkeeping that fails is
 * added to the attempt's own failure and logged; it never hides it.
 */
final class Failures {

    private static final Logger LOG = System.getLogger(Failures.class.getName());

    private final RecordStore store;
    private final Transactions transactions;
    private final EngineListener listener;
    private final OwnTransaction ownTransaction;
    private final Predicate<ParkedCall> parking;

    Failures(RecordStore store, Transactions transactions, EngineListener listener) {
        this(store, transactions, listener, store::park);
    }

    /**
     * Creates the bookkeeping.
     *
     * @param parking parks a call, if its record lets it
     */
    Failures(RecordStore store, Transactions transactions, EngineListener listener, Predicate<ParkedCall> parking) {
        this.store = store;
        this.parking = parking;
        this.transactions = transactions;
        this.listener = listener;
        this.ownTransaction = new OwnTransaction(transactions);
    }

    /** Has a thread of the container keep an attempt; its own transaction has just ended in this one. */
    void keepLater(Call call, UUID attempt, Throwable failure) {
        try {
            transactions.later(() -> keep(call, attempt, failure));
        } catch (RuntimeException rejected) {
            failure.addSuppressed(rejected);
            LOG.log(Level.WARNING, "IDEM-0201 the failed attempt of " + call.key() + " could not be kept", rejected);
        }
    }

    /** Keeps an attempt that did not commit. No transaction may be running. */
    void keep(Call call, UUID attempt, Throwable failure) {
        try {
            FailedAttempt failed = call.failed(attempt, failure, !TransientFailures.isTransient(failure));
            ownTransaction.run(() -> {
                store.keepFailure(failed);
                return failed;
            });
            listener.failed(failed);
            if (failed.counted() && call.operation().mayPark()) {
                park(call, attempt, failure);
            }
        } catch (Transactions.CommitFailure | RuntimeException bookkeeping) {
            failure.addSuppressed(bookkeeping);
            LOG.log(Level.WARNING, "IDEM-0201 the failed attempt of " + call.key() + " could not be kept", bookkeeping);
        }
    }

    /** Counts after the attempt is committed: of calls that fail at the same time, the last one sees them all. */
    private void park(Call call, UUID attempt, Throwable failure) throws Transactions.CommitFailure {
        int failures = HeldUpRetry.run(() -> ownTransaction.run(() -> parked(call, attempt, failure)));
        if (failures > 0) {
            LOG.log(Level.WARNING, "IDEM-0202 {0} is parked as poison after {1} failed attempts", call.key(), failures);
            listener.parked(call.key(), failures);
        }
    }

    /**
     * A no-wait conditional move: if another call holds the key, it parks when it fails too.
     *
     * @return after how many failures it was parked, 0 if it was not
     */
    private int parked(Call call, UUID attempt, Throwable failure) {
        int failures = store.countFailures(call.key().hash());
        return call.operation().parks(failure, failures) && parking.test(call.parked(attempt)) ? failures : 0;
    }
}
