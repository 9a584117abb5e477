package dev.idem.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What the operations that ask for it keep near, so that a duplicate is answered without the store. */
record NearRecords(AnswerCache cache) {

    /**
     * A record that answers a call.
     *
     * @return empty if there is none, or the store has to decide: a replay, or other arguments
     */
    Optional<StoredRecord> find(Call call) {
        return keeps(call) ? cache.find(call.key().hash()).filter(stored -> fits(stored, call)) : Optional.empty();
    }

    /**
     * Keeps a record that a duplicate found, if it is finished.
     *
     * @param since a time before it was read
     */
    void found(Call call, StoredRecord stored, long since) {
        if (keeps(call) && stored.answers()) {
            keep(call, stored, since);
        }
    }

    /**
     * Keeps what a call has committed.
     *
     * @param began a time before its claim
     * @param since a time before its commit
     */
    void committed(Call call, UUID attempt, Outcome outcome, long began, long since) {
        if (keeps(call)) {
            keep(call, StoredRecord.completed(call, attempt, outcome, since - began), since);
        }
    }

    /** For as long as the operation says, and no longer than the record binds. */
    private void keep(Call call, StoredRecord stored, long since) {
        Duration time = shorter(call.operation().cacheFor(), stored.bindsFor());
        if (!time.isNegative()) {
            cache.keep(call.key().hash(), stored, since + time.toNanos());
        }
    }

    long now() {
        return cache.now();
    }

    private static boolean keeps(Call call) {
        return call.operation().caches() && call.replay().isEmpty();
    }

    private static boolean fits(StoredRecord stored, Call call) {
        return call.fingerprint().map(stored::matches).orElse(true);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
