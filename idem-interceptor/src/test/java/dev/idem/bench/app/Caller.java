package dev.idem.bench.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs rounds, one after the other. */
@SuppressWarnings("NullAway.Init")
@ApplicationScoped
public class Caller {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    @Any
    Instance<Contender> contenders;

    @Inject
    Known known;

    @Inject
    Gates gates;

    @Inject
    Sessions sessions;

    /** Runs one, and says what it gave. */
    public Sample run(RoundOrder order) throws Exception {
        Contender contender = contender(order.contender());
        return order.measured() == Case.CONCURRENT
                ? whileOneRuns(order, contender)
                : round(order, call(order, contender), () -> {});
    }

    private Callable<?> call(RoundOrder order, Contender contender) throws Exception {
        Case measured = order.measured();
        if (!measured.isDuplicate()) {
            return () -> called(measured, contender, Case.newKey());
        }
        if (order.filled() > 0) {
            return () -> called(measured, contender, Filled.anyKey(measured, order.filled()));
        }
        String[] keys = known.keys(order.contender(), contender, measured);
        return () ->
                called(measured, contender, keys[ThreadLocalRandom.current().nextInt(keys.length)]);
    }

    private static boolean called(Case measured, Contender contender, String key) throws Exception {
        measured.call(contender, key);
        return true;
    }

    /** Another thread's body has the key until the time is over. */
    private Sample whileOneRuns(RoundOrder order, Contender contender) throws Exception {
        String key = Case.newKey();
        Gates.Gate gate = gates.close(key);
        Callable<?> call = () -> called(order.measured(), contender, key);
        Worker.Limit once = new Worker.Limit(1, Long.MAX_VALUE / 2);
        Thread owner = threads.newThread(() -> ignoringInterrupts(new Round(threads, 1, once, Beat.closed(), call)));
        owner.start();
        gate.awaitReached();
        try {
            AtomicInteger counted = new AtomicInteger();
            Sample sample = round(order, call, () -> {
                counted.set(sessions.inTransaction() - 1);
                gates.open(key);
            });
            return sample.with(counted.get());
        } finally {
            gates.open(key);
            owner.join();
        }
    }

    private static void ignoringInterrupts(Round round) {
        try {
            round.run(TimeUnit.MINUTES.toNanos(2), () -> {});
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Sample round(RoundOrder order, Callable<?> call, Runnable letGo) throws InterruptedException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(order.millis());
        Beat beat = order.rate() > 0 ? Beat.open(order.rate()) : Beat.closed();
        return new Round(threads, order.threads(), new Worker.Limit(order.calls(), nanos), beat, call)
                .run(nanos, letGo);
    }

    /** Only the one asked for is made: the others may not find their tables. */
    private Contender contender(String name) {
        return contenders.select(NamedLiteral.of(name)).get();
    }
}
