package dev.idem.demo.fire;

import dev.idem.fire.Told;
import dev.idem.testing.ArtemisClient;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;

/** What happens when all faults have ended: everything comes to its end within a bound. */
final class Settling {

    private static final Duration BOUND = Duration.ofSeconds(90);
    private static final int TRIES = 6;

    private final FireSystem system;
    private final Diary diary;
    private final FireOperator operator;
    private final Tables tables;
    private int deadLetters;

    Settling(FireSystem system, Diary diary, FireOperator operator) {
        this.system = system;
        this.diary = diary;
        this.operator = operator;
        this.tables = new Tables(system.database());
    }

    void settle() throws InterruptedException {
        await("all nodes", system.nodes()::areAllUp);
        ArtemisClient messages = system.messages();
        await("no record in progress", () -> tables.running() == 0);
        await("an empty outbox", () -> tables.unsent() == 0);
        await(
                "empty queues",
                () -> noDeadLetters() && messages.pending(Letters.QUEUE) == 0 && messages.pending("grants") == 0);
        await("nothing that waits for an operator", operator::settle);
        callAgain();
        await("nothing that waits for an operator", operator::settle);
        callAgain();
        await("no record in progress", () -> tables.running() == 0);
        await("an empty outbox", () -> tables.unsent() == 0);
        await(
                "empty queues",
                () -> noDeadLetters() && messages.pending(Letters.QUEUE) == 0 && messages.pending("grants") == 0);
    }

    private boolean noDeadLetters() throws JMSException {
        int sent = new DeadLetters(system.broker().port()).sendAgain();
        deadLetters += sent;
        return sent == 0;
    }

    /** How many messages the broker had given up, and were sent again. */
    int deadLetters() {
        return deadLetters;
    }

    @SuppressWarnings("SystemOut") // whoever runs it looks there
    private static void await(String what, Callable<Boolean> condition) {
        System.out.println("fire is out, waiting for: " + what);
        Awaitility.await(what)
                .atMost(BOUND)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .until(condition);
    }

    /** Each call that nobody was told the end of, once more. */
    private void callAgain() throws InterruptedException {
        List<Call> open = diary.open();
        CallDraw draw = new CallDraw(RandomGenerator.of("L64X128MixRandom"), "");
        open.parallelStream().forEach(call -> {
            try {
                callAgain(call, draw);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void callAgain(Call call, CallDraw draw) throws InterruptedException {
        for (int i = 1; i <= TRIES; i++) {
            Told told = system.caller().send(call, port(draw));
            boolean last = told.settles() || i == TRIES;
            diary.told("calm", call, told, last);
            if (last) {
                return;
            }
        }
    }

    private int port(CallDraw draw) throws InterruptedException {
        synchronized (draw) {
            return system.nodes().any(draw);
        }
    }
}
