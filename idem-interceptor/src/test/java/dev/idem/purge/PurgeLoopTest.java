package dev.idem.purge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PurgeLoopTest {

    private static final Duration MOMENT = Duration.ofNanos(1);

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final Semaphore worked = new Semaphore(0);

    @AfterEach
    void end() {
        scheduler.shutdownNow();
        executor.shutdownNow();
    }

    @Test
    void worksAgainAndAgain() throws Exception {
        PurgeLoop loop = new PurgeLoop(this::work, scheduler, executor);

        loop.after(MOMENT);

        assertThat(worked.tryAcquire(5, 20, TimeUnit.SECONDS)).isTrue();
        loop.stop();
    }

    @Test
    @DisplayName("a server's only scheduler thread stays free while the purge works")
    void schedulerStaysFree() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        PurgeLoop loop = new PurgeLoop(
                () -> {
                    worked.release();
                    awaitQuietly(go);
                    return Duration.ofDays(1);
                },
                scheduler,
                executor);
        loop.after(MOMENT);
        assertThat(worked.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

        assertThat(scheduler.submit(() -> true).get(20, TimeUnit.SECONDS)).isTrue();

        go.countDown();
    }

    @Test
    void withoutAFreeThreadItTriesAgain() throws Exception {
        AtomicBoolean refused = new AtomicBoolean();
        PurgeLoop loop = new PurgeLoop(this::work, scheduler, task -> {
            if (refused.compareAndSet(false, true)) {
                throw new RejectedExecutionException("all threads are busy");
            }
            executor.execute(task);
        });

        loop.after(MOMENT);

        assertThat(worked.tryAcquire(2, 20, TimeUnit.SECONDS)).isTrue();
        assertThat(refused).isTrue();
    }

    @Test
    void nothingBeginsOnceItIsStopped() throws Exception {
        PurgeLoop loop = new PurgeLoop(this::work, scheduler, executor);
        loop.after(Duration.ofDays(1));

        loop.stop();
        loop.after(MOMENT);

        assertThat(scheduler.shutdownNow()).allMatch(task -> ((java.util.concurrent.Future<?>) task).isCancelled());
        assertThat(worked.availablePermits()).isZero();
    }

    private Duration work() {
        worked.release();
        return MOMENT;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
