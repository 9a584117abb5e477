package dev.idem.engine;

import java.util.Optional;

/**
 * Stores refusals, each in a transaction of its own: that of the body is rolled back. Bookkeeping that fails is added to
 * the refusal and logged; it never hides it.
 */
final class KeptRefusals {

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

    /** Has a thread of the container store a refusal; its own transaction has just ended in this one. */
    void keepLater(Call call, Refusal refusal) {
        try {
            transactions.later(() -> keep(call, refusal));
        } catch (RuntimeException rejected) {
            refusal.notStored(call, rejected);
        }
    }

    /**
     * Stores a refusal if the key is still free. Never waits. No transaction may be running.
     *
     * @return Claimed if it is stored, else what is in the way; empty if it could not be stored
     */
    Optional<Claim> keep(Call call, Refusal refusal) {
        try {
            Claim claim = HeldUpRetry.run(() -> tryToKeep(call, refusal));
            if (claim instanceof Claim.Claimed) {
                listener.refused(call.key());
            }
            return Optional.of(claim);
        } catch (Transactions.CommitFailure | RuntimeException failure) {
            refusal.notStored(call, failure);
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
}
