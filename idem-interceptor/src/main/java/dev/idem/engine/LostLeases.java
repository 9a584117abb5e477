package dev.idem.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Effects whose lease is over: their node died, or was paused for too long. What became of them is not known. */
public final class LostLeases {

    private static final Logger LOG = System.getLogger(LostLeases.class.getName());

    private final EffectStore store;
    private final EngineListener listener;
    private final OwnTransaction ownTransaction;

    public LostLeases(EffectStore store, Transactions transactions, EngineListener listener) {
        this.store = store;
        this.listener = listener;
        this.ownTransaction = new OwnTransaction(transactions);
    }

    /**
     * Moves those of an application to {@link RecordState#OUTCOME_UNKNOWN}.
     *
     * @param limit how many at most
     * @return how many were moved
     * @throws StoreFailure if the database does not answer, or did not commit
     */
    public int sweep(String application, int limit) {
        List<RecordKey> lost;
        try {
            lost = ownTransaction.run(() -> store.lose(application, limit));
        } catch (Transactions.CommitFailure failure) {
            throw new StoreFailure("the database did not commit: see the cause", failure);
        }
        lost.forEach(this::tell);
        return lost.size();
    }

    /** As {@link #sweep} for the record of a call that has just been found in progress. */
    boolean lose(RecordKey key) {
        boolean lost;
        try {
            lost = ownTransaction.run(() -> store.lose(key));
        } catch (Transactions.CommitFailure failure) {
            throw Refusals.unavailable(key, new StoreFailure("the database did not commit; retry later", failure));
        } catch (StoreFailure failure) {
            throw Refusals.unavailable(key, failure);
        }
        if (lost) {
            tell(key);
        }
        return lost;
    }

    private void tell(RecordKey key) {
        LOG.log(
                Level.WARNING,
                "IDEM-0211 the outcome of {0} is not known: its lease is over, and nobody completed it",
                key);
        listener.parked(key, 0);
    }
}
