package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefreshedTest {

    private static final ObserveSettings SETTINGS = new ObserveSettings(Duration.ofSeconds(5), Duration.ofSeconds(2));

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10); // a clock may overflow
    private final AtomicInteger reads = new AtomicInteger();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void valueIsReadOnceUntilItIsOld() {
        Refreshed<Integer> refreshed = refreshed(Runnable::run);

        assertThat(refreshed.get()).contains(1);
        pass(Duration.ofMillis(4_999));
        assertThat(refreshed.get()).contains(1);
        pass(Duration.ofMillis(1));
        assertThat(refreshed.get()).contains(2);
    }

    @Test
    void nothingIsReadUnlessSomebodyAsks() {
        refreshed(Runnable::run);

        pass(Duration.ofDays(1));

        assertThat(reads).hasValue(0);
    }

    @Test
    void readingThatTakesTooLongIsNotWaitedForAgainNorBegunTwice() {
        Refreshed<Integer> refreshed = refreshed(tasks::add);
        Future<Optional<Integer>> first = threads.submit(refreshed::get);
        await(() -> tasks.size() == 1);
        pass(Duration.ofSeconds(2));

        assertThat(refreshed.get()).isEmpty();
        assertThat(refreshed.get()).isEmpty();

        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(first).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.of(1));
        assertThat(refreshed.get()).contains(1);
    }

    @Test
    void whoAsksDuringAReadingWaitsForIt() {
        Refreshed<Integer> refreshed = refreshed(tasks::add);
        Future<Optional<Integer>> first = threads.submit(refreshed::get);
        await(() -> tasks.size() == 1);
        Future<Optional<Integer>> second = threads.submit(refreshed::get);

        tasks.remove().run();

        assertThat(first).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.of(1));
        assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.of(1));
        assertThat(reads).hasValue(1);
    }

    @Test
    void withoutAThreadThereIsNoValueAndTheNextOneAsksAgain() {
        AtomicInteger rejected = new AtomicInteger();
        Refreshed<Integer> refreshed = refreshed(task -> {
            if (rejected.getAndIncrement() == 0) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        });

        assertThat(refreshed.get()).isEmpty();
        assertThat(refreshed.get()).contains(1);
    }

    @Test
    void readingThatFailsGivesNoValueAndTheNextOneAsksAgain() {
        Refreshed<Integer> refreshed = new Refreshed<>(
                () -> {
                    if (reads.incrementAndGet() == 1) {
                        throw new IllegalStateException("broken");
                    }
                    return reads.get();
                },
                tasks::add,
                SETTINGS,
                nanos::get);
        Future<Optional<Integer>> first = threads.submit(refreshed::get);
        await(() -> tasks.size() == 1);

        assertThatThrownBy(() -> tasks.remove().run()).hasMessage("broken");
        assertThat(first).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.empty());

        CompletableFuture<Optional<Integer>> next = CompletableFuture.supplyAsync(refreshed::get, threads);
        await(() -> tasks.size() == 1);
        tasks.remove().run();
        assertThat(next).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(Optional.of(2));
    }

    private Refreshed<Integer> refreshed(Executor executor) {
        return new Refreshed<>(reads::incrementAndGet, executor, SETTINGS, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        org.awaitility.Awaitility.await().until(condition);
    }
}
