package dev.idem.bench.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a round, and says what it gave. */
@Path("rounds/{contender}/{case}")
@SuppressWarnings("NullAway.Init")
@RequestScoped
public class RoundResource {

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

    @PathParam("contender")
    String name;

    @PathParam("case")
    Case measured;

    @QueryParam("threads")
    @DefaultValue("1")
    int size;

    @QueryParam("millis")
    @DefaultValue("60000")
    long millis;

    @QueryParam("calls")
    @DefaultValue("9000000")
    long calls;

    /** How many calls begin each second; without it, one begins when another ends. */
    @QueryParam("rate")
    double rate;

    /** How many records were made in SQL; duplicates name those. */
    @QueryParam("filled")
    long filled;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Sample run() throws Exception {
        Contender contender = contender();
        return measured == Case.CONCURRENT ? whileOneRuns(contender) : round(call(contender), () -> {});
    }

    private Callable<?> call(Contender contender) throws Exception {
        if (!measured.isDuplicate()) {
            return () -> called(contender, Case.newKey());
        }
        if (filled > 0) {
            return () -> called(contender, Filled.anyKey(measured, filled));
        }
        String[] keys = known.keys(name, contender, measured);
        return () -> called(contender, keys[ThreadLocalRandom.current().nextInt(keys.length)]);
    }

    private boolean called(Contender contender, String key) throws Exception {
        measured.call(contender, key);
        return true;
    }

    /** Another thread's body has the key until the time is over. */
    private Sample whileOneRuns(Contender contender) throws Exception {
        String key = Case.newKey();
        Gates.Gate gate = gates.close(key);
        Worker.Limit once = new Worker.Limit(1, Long.MAX_VALUE / 2);
        Thread owner = threads.newThread(
                () -> ignoringInterrupts(new Round(threads, 1, once, Beat.closed(), () -> called(contender, key))));
        owner.start();
        gate.awaitReached();
        try {
            AtomicInteger counted = new AtomicInteger();
            Sample sample = round(() -> called(contender, key), () -> {
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

    private Sample round(Callable<?> call, Runnable letGo) throws InterruptedException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        Beat beat = rate > 0 ? Beat.open(rate) : Beat.closed();
        return new Round(threads, size, new Worker.Limit(calls, nanos), beat, call).run(nanos, letGo);
    }

    /** Only the one asked for is made: the others may not find their tables. */
    private Contender contender() {
        return contenders.select(NamedLiteral.of(name)).get();
    }
}
