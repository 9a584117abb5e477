package dev.idem.purge;

import dev.idem.engine.PurgeStore;
import dev.idem.engine.PurgeStore.Kind;
import dev.idem.engine.PurgeStore.Row;
import dev.idem.engine.PurgeStore.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all that may go at the moment it began: batch by batch, the kinds in turn, so that a backlog of one does
 * not hold up the others. Each kind goes on where its last batch ended: what may not go is read once, and so are the
 * traces of what went. For one thread.
 */
final class Sweep {

    private final PurgeStore store;
    private final ShortTransactions transactions;
    private final Deque<Place> places = new ArrayDeque<>();

    private Sweep(PurgeStore store, ShortTransactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    static Sweep begin(PurgeStore store, ShortTransactions transactions, Keeping keeping) {
        Instant moment = transactions.read(store::now);
        Sweep sweep = new Sweep(store, transactions);
        for (Kind kind : Kind.values()) {
            sweep.places.add(new Place(kind, new Window(Instant.EPOCH, keeping.before(kind, moment)), null));
        }
        return sweep;
    }

    /** Whether there is nothing left to do. */
    boolean done() {
        return places.isEmpty();
    }

    /** Does the next batch. Others may have been quicker, or hold the rows: then it is left to the next pass. */
    Batch next(int limit) {
        Place place = places.element();
        Found found = transactions.read(() -> new Found(store.now(), store.find(place.kind(), place.window(), limit)));
        int deleted = found.rows().isEmpty() ? 0 : delete(place, found.rows());
        places.remove();
        Duration lag = Duration.ZERO;
        boolean full = found.rows().size() == limit;
        if (full) {
            Window rest = new Window(found.last(), place.window().until());
            lag = Duration.between(rest.from(), rest.until());
            if (deleted > 0 || !rest.equals(place.window())) {
                places.add(new Place(place.kind(), rest, found.at()));
            }
        }
        return new Batch(place.kind(), deleted, found.at(), lag, full, full && place.gains(found));
    }

    private int delete(Place place, List<Row> rows) {
        return transactions
                .change(() -> store.delete(place.kind(), rows, place.window().until()))
                .orElse(0);
    }

    /** Where a kind goes on, and since when, unless it has yet to begin. */
    private record Place(Kind kind, Window window, @Nullable Instant since) {

        /** Whether the rows' time passes at least twice as fast as the clock's: so a pass ends in half the time that it covers. */
        boolean gains(Found found) {
            if (since == null) {
                return true;
            }
            Duration passed = Duration.between(since, found.at());
            return Duration.between(window.from(), found.last()).compareTo(passed.multipliedBy(2)) >= 0;
        }
    }

    /** What may go, oldest first, and when that was seen. */
    private record Found(Instant at, List<Row> rows) {

        Instant last() {
            return rows.get(rows.size() - 1).time();
        }
    }

    /**
     * What was done.
     *
     * @param kind what was looked for
     * @param deleted how many rows went
     * @param at when, by the database clock
     * @param lag for how long the oldest row left had been waiting when the pass began
     * @param full whether there is more of its kind
     * @param gaining whether it comes on at least twice as fast as rows expire
     */
    record Batch(Kind kind, int deleted, Instant at, Duration lag, boolean full, boolean gaining) {}
}
