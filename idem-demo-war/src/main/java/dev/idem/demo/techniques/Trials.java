package dev.idem.demo.techniques;

import dev.idem.demo.runs.Runs;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** Delivers the same call several times: the first ones at the same moment, the others one after another. */
@ApplicationScoped
public class Trials {

    private static final int AT_ONCE = 3;

    /** One trial at a time, however often somebody presses: the server has other work. */
    private final ReentrantLock turn = new ReentrantLock(true);

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    Runs runs;

    @Inject
    DeliveryLog log;

    void run(Technique technique) {
        turn.lock();
        try {
            String trial = name();
            deliver(technique, trial, Idem.WITH, technique.withIdem(Idem.WITH.subject(trial)));
            deliver(technique, trial, Idem.WITHOUT, technique.withoutIdem(Idem.WITHOUT.subject(trial)));
        } finally {
            turn.unlock();
        }
    }

    /** A name that comes after all names before it. */
    private static String name() {
        String time = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        return time + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private void deliver(Technique technique, String trial, Idem idem, List<Callable<String>> calls) {
        int atOnce = Math.min(AT_ONCE, calls.size());
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE, threads);
        try {
            List<CompletableFuture<Outcome>> first = calls.subList(0, atOnce).stream()
                    .map(call -> CompletableFuture.supplyAsync(() -> outcome(call), callers))
                    .toList();
            first.forEach(each -> keep(technique, trial, idem, each.join()));
            calls.subList(atOnce, calls.size()).forEach(call -> keep(technique, trial, idem, outcome(call)));
        } finally {
            callers.shutdown();
        }
    }

    private Outcome outcome(Callable<String> call) {
        String[] answer = new String[1];
        int ran = runs.during(() -> answer[0] = Outcome.answer(call));
        return new Outcome(ran, answer[0]);
    }

    private void keep(Technique technique, String trial, Idem idem, Outcome outcome) {
        log.add(new Delivery(technique.profile().id(), trial, idem, outcome));
    }
}
