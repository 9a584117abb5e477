package dev.idem.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores refusals, each in a transaction of its own: that of the body is rolled back. Bookkeeping that fails is added to
 * the refusal and logged; it never hides it.
 */
final class KeptRefusals {

    private static final Logger LOG = System.getLogger(KeptRefusals.class.getName());

    private final RecordStore store;
    private final Transactions transactions;
    private final EngineListener listener;
    private final Claims claims;

    KeptRefusals(RecordStore store, Transactions transactions, EngineListener listener) {
        this.store = store;
        this.transactions = transactions;
        this.listener = listener;
        this.claims = new Claims(store);
    }

    /**
     * Tells a refusal from a failure.
     *
     * @return empty if it is a failure; so is a refusal that could not be given again
     */
    Optional<Refusal> of(Call call, UUID attempt, Throwable thrown) {
        try {
            return call.operation().refusal(thrown).map(text -> new Refusal(attempt, thrown, text));
        } catch (RuntimeException notCarriable) {
            thrown.addSuppressed(notCarriable);
            LOG.log(
                    Level.WARNING,
                    "IDEM-0231 a refusal of " + call.key() + " cannot be stored, and is a failed attempt",
                    notCarriable);
            return Optional.empty();
        }
    }

    /** Has a thread of the container store a refusal; its own transaction has just ended in this one. */
    void keepLater(Call call, Refusal refusal) {
        try {
            transactions.later(() -> keep(call, refusal));
        } catch (RuntimeException rejected) {
            notKept(call, refusal, rejected);
        }
    }

    /**
     * Stores a refusal if the key is still free. Never waits. No transaction may be running.
     *
     * @return Claimed if it is stored, else what is in the way; empty if it could not be stored
     */
    Optional<Claim> keep(Call call, Refusal refusal) {
        try {
            Claim claim = tryToKeep(call, refusal);
            if (claim instanceof Claim.Claimed) {
                listener.refused(call.key());
            }
            return Optional.of(claim);
        } catch (Transactions.CommitFailure | RuntimeException failure) {
            notKept(call, refusal, failure);
            return Optional.empty();
        }
    }

    private Claim tryToKeep(Call call, Refusal refusal) throws Transactions.CommitFailure {
        transactions.begin();
        try {
            Claim claim = claims.claim(call, refusal.attempt(), RecordStore.NO_WAIT);
            if (claim instanceof Claim.Claimed) {
                store.storeRefusal(call.key().hash(), refusal.attempt(), refusal.text());
                transactions.commit();
            }
            return claim;
        } finally {
            transactions.rollback();
        }
    }

    private static void notKept(Call call, Refusal refusal, Exception failure) {
        refusal.thrown().addSuppressed(failure);
        LOG.log(Level.WARNING, "IDEM-0230 a refusal of " + call.key() + " could not be stored", failure);
    }
}
