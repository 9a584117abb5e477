package dev.idem.demo.fire;

import dev.idem.demo.fire.app.Ask;
import dev.idem.engine.Digest;
import dev.idem.fire.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Clients that call both nodes, repeat themselves, and do not give up soon. */
final class Workload implements AutoCloseable {

    private static final long LONGEST_END_SECONDS = 40;

    private final FireOptions options;
    private final Nodes nodes;
    private final Caller caller;
    private final Diary diary;
    private final DelayQueue<Sending> due = new DelayQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean stopped;

    Workload(FireOptions options, Nodes nodes, Caller caller, Diary diary) {
        this.options = options;
        this.nodes = nodes;
        this.caller = caller;
        this.diary = diary;
    }

    void start() {
        for (int i = 0; i < options.clients(); i++) {
            String name = "client-" + i;
            CallDraw draw = new CallDraw(
                    RandomGeneratorFactory.of("L64X128MixRandom").create(options.seed() * 1000 + i), "k" + i + "-");
            boolean patient = i % 2 == 1;
            Thread client = new Thread(() -> runAll(name, draw, patient), name);
            client.setDaemon(true);
            clients.add(client);
            client.start();
        }
    }

    /** The patient ones wait for a node that is starting: it would take a minute else. */
    private void runAll(String name, CallDraw draw, boolean patient) {
        try {
            while (!stopped) {
                if (patient) {
                    nodes.awaitAllForAMoment();
                }
                Sending waiting = due.poll();
                if (waiting == null) {
                    waiting = drawn(draw);
                }
                if (waiting != null) {
                    send(name, waiting, draw);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            failures.add(failure);
        }
    }

    private @Nullable Sending drawn(CallDraw draw) throws InterruptedException {
        Call call = draw.next();
        if (call.operation().equals("web.submit")) {
            Optional<Call> submission = withToken(call, draw);
            if (submission.isEmpty()) {
                return null;
            }
            call = submission.orElseThrow();
        }
        diary.begins(call);
        repeat(call, draw);
        return Sending.in(Duration.ZERO, call);
    }

    private Optional<Call> withToken(Call call, CallDraw draw) throws InterruptedException {
        return caller.token(call.tenant(), nodes.any(draw)).map(token -> {
            Ask ask = new Ask(
                    call.ask().scope(),
                    Digest.ofTexts(token).hex(),
                    1,
                    call.ask().mood());
            return new Call(call.operation(), call.tenant(), ask, token);
        });
    }

    /** At once, later, for another tenant, and carelessly. */
    private void repeat(Call call, CallDraw draw) {
        if (draw.percent(20)) {
            due.add(Sending.in(Duration.ZERO, call));
        }
        if (draw.percent(call.operation().equals("shop.decide") ? 100 : 15)) {
            due.add(Sending.in(Duration.ofMillis(draw.upTo(6000)), call));
        }
        if (draw.percent(4)) {
            due.add(Sending.in(Duration.ofMillis(draw.upTo(500)), call.careless()));
        }
        if (draw.percent(4) && call.token().isEmpty()) {
            Call other = Call.of(
                    call.operation(), "green", call.ask().key(), call.ask().mood());
            diary.begins(other);
            due.add(Sending.in(Duration.ZERO, other));
        }
    }

    private void send(String name, Sending sending, CallDraw draw) throws InterruptedException {
        boolean done = diary.isDone(sending.call());
        Told told = caller.send(sending.call(), nodes.any(draw));
        if (done) {
            diary.toldAfterwards(sending.call(), told);
        }
        diary.told(name, sending.call(), told, false);
        if (!told.settles() && sending.mayBeTriedAgain()) {
            due.add(sending.again());
        }
    }

    /** Lets the clients end what they do, and waits for them. */
    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread client : clients) {
                client.join(TimeUnit.SECONDS.toMillis(LONGEST_END_SECONDS));
                if (client.isAlive()) {
                    throw new IllegalStateException(client.getName() + " does not end");
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        failures.stream().findFirst().ifPresent(failure -> {
            throw new IllegalStateException("a client failed", failure);
        });
    }
}
