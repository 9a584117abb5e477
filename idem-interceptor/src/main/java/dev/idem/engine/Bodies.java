package dev.idem.engine;

import dev.idem.IdempotencyException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs a body whose record is claimed and stores its result, all in the running transaction. */
final class Bodies {

    private final RecordStore store;
    private final Transactions transactions;

    Bodies(RecordStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * Runs a body.
     *
     * @return its outcome; one with a failure must not be committed
     */
    Outcome run(Call call, UUID attempt, Body body) throws Exception {
        Object result = runMarked(call.key().hash(), body);
        if (transactions.rollbackOnly()) {
            throw Refusals.rolledBack(
                    call.key(), "the body returned, but its transaction is marked rollback-only", null);
        }
        if (result == null) {
            storing(call, () -> store.confirm(call.key().hash(), attempt));
            return Outcome.of(null);
        }
        if (call.results().fails(result)) {
            return new Outcome(result, new ReturnedFailure(result), null);
        }
        return store(call, attempt, result);
    }

    private @Nullable Object runMarked(Digest key, Body body) throws Exception {
        var running = transactions.running();
        running.add(key);
        try {
            return body.run();
        } finally {
            running.remove(key);
        }
    }

    private Outcome store(Call call, UUID attempt, Object result) {
        ResultCodec.Encoded encoded = encoded(call, result);
        storing(call, () -> store.storeResult(call.key().hash(), attempt, encoded.text()));
        return new Outcome(encoded.answer(), null, encoded.text());
    }

    private static void storing(Call call, Runnable statement) {
        try {
            statement.run();
        } catch (StoreFailure failure) {
            throw TransientFailures.isTransient(failure)
                    ? Refusals.unavailable(call.key(), failure)
                    : notStored(call, failure);
        }
    }

    private static ResultCodec.Encoded encoded(Call call, Object result) {
        try {
            return call.results().encode(result);
        } catch (RuntimeException failure) {
            throw Refusals.unstorable(call.key(), failure);
        }
    }

    private static IdempotencyException notStored(Call call, RuntimeException failure) {
        return Refusals.rolledBack(call.key(), "the result could not be stored: " + failure.getMessage(), failure);
    }
}
