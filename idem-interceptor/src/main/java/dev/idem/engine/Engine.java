package dev.idem.engine;

import org.jspecify.annotations.Nullable;

/**
 * Gives every call its one effect or its answer.
 *
 * <p>Safe for use by many threads at once.
 */
public final class Engine {

    private final Transactions transactions;
    private final OwnedCalls owned;
    private final JoinedCalls joined;

    public Engine(RecordStore store, Transactions transactions, EngineListener listener) {
        this.transactions = transactions;
        this.owned = new OwnedCalls(
                store, transactions, listener, waitFor -> new Backoff(waitFor, System::nanoTime, Backoff.Sleep.REAL));
        this.joined = new JoinedCalls(store, transactions, listener);
    }

    /**
     * Runs the body of a call, or answers the call from its record.
     *
     * @param call the call
     * @param body its body, run at most once by this method
     * @return what the body returned, now or when it ran
     * @throws Exception what the body threw
     * @throws RefusedException if that is a refusal, of this body or of the one that ran before
     * @throws dev.idem.IdempotencyException if there is no such answer; the type says why
     */
    public @Nullable Object call(Call call, Body body) throws Exception {
        return (transactions.active() ? joined.call(call, body) : owned.call(call, body)).value();
    }
}
