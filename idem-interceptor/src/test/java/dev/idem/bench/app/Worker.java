package dev.idem.bench.app;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** One thread of a round: makes calls until it is time. */
final class Worker implements Runnable {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final CountDownLatch start;
    private final CountDownLatch ended;
    private final Limit limit;
    private final Beat beat;
    private final Callable<?> call;

    private final Map<String, Integer> outcomes = new HashMap<>();
    private long[] nanos = new long[1024];
    private int calls;
    private long allocated;
    private long cpu;

    /** When to end: after so many calls, or after so long. */
    record Limit(long calls, long nanos) {}

    Worker(CountDownLatch start, CountDownLatch ended, Limit limit, Beat beat, Callable<?> call) {
        this.start = start;
        this.ended = ended;
        this.limit = limit;
        this.beat = beat;
        this.call = call;
    }

    @Override
    public void run() {
        try {
            start.await();
            work();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private void work() {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long busy = THREADS.getCurrentThreadCpuTime();
        long end = System.nanoTime() + limit.nanos;
        while (calls < limit.calls && System.nanoTime() < end) {
            call();
        }
        allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        cpu = THREADS.getCurrentThreadCpuTime() - busy;
    }

    private void call() {
        long before = beat.next();
        String outcome = outcome();
        if (calls == nanos.length) {
            nanos = Arrays.copyOf(nanos, calls * 2);
        }
        nanos[calls++] = System.nanoTime() - before;
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private String outcome() {
        try {
            call.call();
            return "returned";
        } catch (Exception thrown) {
            return thrown.getClass().getSimpleName();
        }
    }

    long[] nanos() {
        return Arrays.copyOf(nanos, calls);
    }

    int calls() {
        return calls;
    }

    long allocated() {
        return allocated;
    }

    long cpu() {
        return cpu;
    }

    Map<String, Integer> outcomes() {
        return outcomes;
    }
}
