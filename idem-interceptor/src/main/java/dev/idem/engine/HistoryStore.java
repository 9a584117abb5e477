package dev.idem.engine;

import java.util.Map;

/**
 * Port: how many calls ended how and what the purge did, minute by minute, for operators. Works inside the transaction that is running; minutes are by
 * the database clock. All methods throw {@link StoreFailure} when the database does not answer as expected. Implementations
 * serve many threads at once.
 */
public interface HistoryStore {

    /** What is counted. The names stand in the table. */
    enum Figure {
        /** Calls whose body ran and committed. */
        RAN,
        /** Duplicates that were answered from the record or rejected: their effect would have been a second one. */
        DUPLICATE,
        /** Calls whose key was used before with other arguments. */
        CONFLICT,
        /** Calls that failed. */
        FAILED,
        /** Calls that were turned away for another reason. */
        TURNED_AWAY,
        /** Calls that were parked. */
        PARKED,
        /** Replays that did what was asked for. */
        REPLAYED,
        /** Replays that did not. */
        REPLAY_FAILED,
        /** Rows that the purge deleted. */
        PURGED,
        /** Batches of the purge that failed. */
        PURGE_FAILED
    }

    /**
     * Adds to what this node counted in the minute that is now.
     *
     * @param application the application
     * @param figures how many of each, above zero
     * @return the minute, counted from 1970
     */
    long add(String application, Map<Figure, Long> figures);

    /** Forgets the minutes before one, of all applications. */
    void forget(long before);
}
