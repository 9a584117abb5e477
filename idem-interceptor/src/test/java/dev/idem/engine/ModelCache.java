package dev.idem.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A cache whose clock is set by hand. For one thread. */
final class ModelCache implements AnswerCache {

    private final Map<Digest, Kept> records = new HashMap<>();
    private long now;

    void pass(Duration time) {
        now += time.toNanos();
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    @Override
    public Optional<StoredRecord> find(Digest key) {
        return Optional.ofNullable(records.get(key))
                .filter(kept -> now < kept.until())
                .map(Kept::stored);
    }

    @Override
    public void keep(Digest key, StoredRecord stored, long until) {
        records.put(key, new Kept(stored, until));
    }

    @Override
    public long now() {
        return now;
    }

    private record Kept(StoredRecord stored, long until) {}
}
