package dev.idem.engine;

import dev.idem.IdempotencyException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps that a key came again with other arguments, and says what the caller gets. Who acknowledges a message on it must
 * know that it is on record; anybody else is refused anyway, and a conflict that cannot be kept is logged.
 */
final class Conflicts {

    private static final Logger LOG = System.getLogger(Conflicts.class.getName());

    private final RecordStore store;
    private final Transactions transactions;
    private final OwnTransaction ownTransaction;

    Conflicts(RecordStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
        this.ownTransaction = new OwnTransaction(transactions);
    }

    /** Keeps it in a transaction of its own; none may be running. */
    IdempotencyException keep(Call call, Conflict conflict) {
        IdempotencyException reused = Refusals.keyReused(call.key());
        try {
            ownTransaction.run(() -> kept(conflict));
            return answered(call, reused);
        } catch (Transactions.CommitFailure | RuntimeException failure) {
            return notKept(call, reused, failure);
        }
    }

    /**
     * Keeps it although somebody else ends the running transaction. With the acknowledgement, in that transaction: both
     * happen or neither does, and no second connection is waited for while this one is held. Else afterwards, whatever
     * becomes of that transaction.
     */
    IdempotencyException keepBesides(Call call, Conflict conflict) {
        return call.operation().acknowledges() ? keepHere(call, conflict) : keepLater(call, conflict);
    }

    private IdempotencyException keepHere(Call call, Conflict conflict) {
        IdempotencyException reused = Refusals.keyReused(call.key());
        try {
            store.keepConflict(conflict);
            return answered(call, reused);
        } catch (RuntimeException failure) {
            transactions.markRollbackOnly();
            return notKept(call, reused, failure);
        }
    }

    private IdempotencyException keepLater(Call call, Conflict conflict) {
        IdempotencyException reused = Refusals.keyReused(call.key());
        transactions.afterCompletion(committed -> {
            try {
                transactions.later(() -> keep(call, conflict));
            } catch (RuntimeException rejected) {
                notKept(call, reused, rejected);
            }
        });
        return reused;
    }

    private Conflict kept(Conflict conflict) {
        store.keepConflict(conflict);
        return conflict;
    }

    private static IdempotencyException answered(Call call, IdempotencyException reused) {
        if (call.operation().acknowledges()) {
            LOG.log(Level.WARNING, "IDEM-0209 {0} came again with other arguments: kept as a conflict", call.key());
        }
        return reused;
    }

    private static IdempotencyException notKept(Call call, IdempotencyException reused, Exception failure) {
        if (call.operation().acknowledges()) {
            return Refusals.conflictNotKept(call.key(), reused, failure);
        }
        reused.addSuppressed(failure);
        LOG.log(Level.WARNING, "IDEM-0208 the conflict of " + call.key() + " could not be kept", failure);
        return reused;
    }
}
