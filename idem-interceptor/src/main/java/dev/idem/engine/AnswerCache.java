package dev.idem.engine;

import java.util.Optional;

/**
 * Port: finished records that are kept near for a short time. What it forgets early is read from the store again; what it
 * would keep too long would be a wrong answer. Implementations serve many threads at once, use no database and never throw.
 */
public interface AnswerCache {

    /** Keeps nothing. */
    AnswerCache NONE = new AnswerCache() {
        @Override
        public Optional<StoredRecord> find(Digest key) {
            return Optional.empty();
        }

        @Override
        public void keep(Digest key, StoredRecord stored, long until) {}
    };

    /** A record whose time is not over. */
    Optional<StoredRecord> find(Digest key);

    /**
     * Keeps a committed record, in the place of one that is there.
     *
     * @param until when its time is over, on the scale of {@link #now()}: a point and no duration, so that a thread that
     *     is held up on its way moves nothing
     */
    void keep(Digest key, StoredRecord stored, long until);

    /** What time it is, as {@link System#nanoTime()} counts. */
    default long now() {
        return System.nanoTime();
    }
}
