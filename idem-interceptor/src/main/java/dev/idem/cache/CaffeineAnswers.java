package dev.idem.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.idem.engine.AnswerCache;
import dev.idem.engine.Digest;
import dev.idem.engine.StoredRecord;
import java.util.Optional;

/** Finished records in Caffeine, each until its own time is over. Nobody else names it: its classes need Caffeine. */
final class CaffeineAnswers implements AnswerCache {

    /** About what a record costs beside its result: itself, its digests, and its place in the cache. */
    private static final int BYTES_OF_A_RECORD = 512;

    private final Ticker ticker;
    private final Cache<Digest, Kept> kept;

    /**
     * Creates a cache.
     *
     * @param maxSize how many bytes it may hold, by its own reckoning
     * @param ticker its clock
     */
    CaffeineAnswers(long maxSize, Ticker ticker) {
        this.ticker = ticker;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(maxSize)
                .weigher((Digest key, Kept each) -> bytes(each.stored()))
                .expireAfter(new UntilItsTime())
                .ticker(ticker)
                .executor(Runnable::run) // no thread of the JVM's keeps hold of the application
                .build();
    }

    /** A character may take two. */
    private static int bytes(StoredRecord stored) {
        long result = 2L * stored.result().map(String::length).orElse(0);
        return (int) Math.min(Integer.MAX_VALUE, BYTES_OF_A_RECORD + result);
    }

    @Override
    public Optional<StoredRecord> find(Digest key) {
        return Optional.ofNullable(kept.getIfPresent(key)).map(Kept::stored);
    }

    @Override
    public void keep(Digest key, StoredRecord stored, long until) {
        kept.put(key, new Kept(stored, until));
    }

    @Override
    public long now() {
        return ticker.read();
    }

    /** What is kept, and until when. */
    private record Kept(StoredRecord stored, long until) {}

    /** A time that is set before an entry is made does not move when making it takes long. */
    private static final class UntilItsTime implements Expiry<Digest, Kept> {

        @Override
        public long expireAfterCreate(Digest key, Kept each, long now) {
            return Math.max(0, each.until() - now);
        }

        @Override
        public long expireAfterUpdate(Digest key, Kept each, long now, long left) {
            return expireAfterCreate(key, each, now);
        }

        @Override
        public long expireAfterRead(Digest key, Kept each, long now, long left) {
            return left;
        }
    }
}
