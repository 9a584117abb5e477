package dev.idem.engine;

import java.time.Duration;
import java.util.function.Function;
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
    private final ExternalCalls external;

    /** An engine that asks the store each time. */
    public Engine(RecordStore store, Transactions transactions, EngineListener listener, ExternalServices services) {
        this(store, transactions, listener, services, AnswerCache.NONE);
    }

    /**
     * Creates an engine.
     *
     * @param cache keeps records of the operations that ask for it
     */
    public Engine(
            RecordStore store,
            Transactions transactions,
            EngineListener listener,
            ExternalServices services,
            AnswerCache cache) {
        Function<Duration, Backoff> backoffs = waitFor -> new Backoff(waitFor, System::nanoTime, Backoff.Sleep.REAL);
        this.transactions = transactions;
        this.owned = new OwnedCalls(store, transactions, listener, backoffs, cache);
        this.external = new ExternalCalls(new ExternalParts(store, transactions, listener, backoffs, services));
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
        if (call.operation().external().isPresent()) {
            return external.call(call, body);
        }
        return (transactions.active() ? joined.call(call, body) : owned.call(call, body)).value();
    }
}
