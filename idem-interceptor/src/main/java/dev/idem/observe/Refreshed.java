package dev.idem.observe;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is read in another thread when somebody asks and the last one is old. One reading at a time; who asks waits
 * for it until it has taken the time-out, and not at all from then on. Safe for use by many threads at once.
 */
final class Refreshed<T> {

    private final Supplier<T> source;
    private final Executor executor;
    private final ObserveSettings settings;
    private final LongSupplier nanoClock;
    private final AtomicReference<@Nullable Reading<T>> running = new AtomicReference<>();
    private volatile @Nullable Seen<T> last;

    /**
     * Creates it.
     *
     * @param source reads the value; never throws
     */
    Refreshed(Supplier<T> source, Executor executor, ObserveSettings settings, LongSupplier nanoClock) {
        this.source = source;
        this.executor = executor;
        this.settings = settings;
        this.nanoClock = nanoClock;
    }

    /**
     * The value, no older than the settings allow.
     *
     * @return empty if it could not be read in time
     */
    Optional<T> get() {
        Seen<T> seen = last;
        if (seen != null && age(seen.at) < settings.refresh().toNanos()) {
            return Optional.of(seen.value);
        }
        return await(reading());
    }

    private Reading<T> reading() {
        Reading<T> mine = new Reading<>(new CompletableFuture<>(), nanoClock.getAsLong());
        Reading<T> others = running.compareAndExchange(null, mine);
        if (others != null) {
            return others;
        }
        try {
            executor.execute(() -> read(mine));
        } catch (RuntimeException rejected) {
            running.set(null);
            mine.value.completeExceptionally(rejected);
        }
        return mine;
    }

    private void read(Reading<T> reading) {
        try {
            T value = source.get();
            last = new Seen<>(value, nanoClock.getAsLong());
            reading.value.complete(value);
        } catch (RuntimeException | Error failure) {
            reading.value.completeExceptionally(failure);
            throw failure;
        } finally {
            running.set(null);
        }
    }

    private Optional<T> await(Reading<T> reading) {
        long left = settings.timeout().toNanos() - age(reading.began);
        try {
            return Optional.of(reading.value.get(Math.max(left, 0), TimeUnit.NANOSECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException notInTime) {
            return Optional.empty();
        }
    }

    private long age(long then) {
        return nanoClock.getAsLong() - then;
    }

    /** A reading that is under way. */
    private record Reading<T>(CompletableFuture<T> value, long began) {}

    /** What was read last. */
    private record Seen<T>(T value, long at) {}
}
