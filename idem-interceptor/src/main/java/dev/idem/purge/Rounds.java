package dev.idem.purge;

import dev.idem.engine.PurgeStore;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the purge of a node does, one batch after the other. For one thread at a time. */
final class Rounds {

    private final PurgeStore store;
    private final ShortTransactions transactions;
    private final Keeping keeping;
    private final Rhythm rhythm;
    private @Nullable Sweep sweep;

    Rounds(PurgeStore store, ShortTransactions transactions, Keeping keeping, Rhythm rhythm) {
        this.store = store;
        this.transactions = transactions;
        this.keeping = keeping;
        this.rhythm = rhythm;
    }

    /**
     * Does one batch. Never throws.
     *
     * @return how long to rest before the next one
     */
    Duration next() {
        Pace pace = rhythm.pace();
        long began = rhythm.nanoClock().getAsLong();
        try {
            Sweep current = sweep == null ? Sweep.begin(store, transactions, keeping) : sweep;
            Sweep.Batch batch = current.next(pace.batch());
            sweep = current.done() ? null : current;
            rhythm.progress().succeeded(batch);
            Duration took = Duration.ofNanos(rhythm.nanoClock().getAsLong() - began);
            Duration rest = pace.afterBatch(took, batch.full(), batch.gaining());
            return current.done() ? pace.idle() : rest;
        } catch (RuntimeException | Error failure) {
            sweep = null;
            rhythm.progress().failed(failure);
            return pace.idle();
        }
    }

    /**
     * What its rests depend on.
     *
     * @param nanoClock what time it is, as {@link System#nanoTime}
     */
    record Rhythm(Pace pace, Progress progress, LongSupplier nanoClock) {}
}
