package dev.idem.bench.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Some threads that make the same call again and again for a while. */
final class Round {

    private final List<Worker> workers = new ArrayList<>();
    private final CountDownLatch start = new CountDownLatch(1);
    private final CountDownLatch ended;

    Round(ThreadFactory threads, int size, Worker.Limit limit, Beat beat, Callable<?> call) {
        ended = new CountDownLatch(size);
        for (int i = 0; i < size; i++) {
            Worker worker = new Worker(start, ended, limit, beat, call);
            workers.add(worker);
            threads.newThread(worker).start();
        }
    }

    /** Has them work. What holds their calls up is let go when the time is over. */
    Sample run(long nanos, Runnable letGo) throws InterruptedException {
        long began = System.nanoTime();
        start.countDown();
        boolean over = ended.await(nanos, TimeUnit.NANOSECONDS);
        letGo.run();
        if (!over) {
            ended.await();
        }
        return sample((System.nanoTime() - began) / 1e9);
    }

    private Sample sample(double seconds) {
        long[] nanos = workers.stream()
                .flatMapToLong(worker -> LongStream.of(worker.nanos()))
                .sorted()
                .toArray();
        double calls = nanos.length;
        return new Sample(
                nanos.length,
                seconds,
                at(nanos, 0.5),
                at(nanos, 0.99),
                at(nanos, 1),
                workers.stream().mapToLong(Worker::allocated).sum() / calls,
                workers.stream().mapToLong(Worker::cpu).sum() / calls / 1e3,
                0,
                outcomes());
    }

    private Map<String, Integer> outcomes() {
        Map<String, Integer> all = new HashMap<>();
        workers.forEach(
                worker -> worker.outcomes().forEach((outcome, count) -> all.merge(outcome, count, Integer::sum)));
        return all;
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e3;
    }
}
