package dev.idem.demo.fire;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Says every ten seconds how far a run is. */
final class FireProgress implements AutoCloseable {

    private static final long PAUSE_SECONDS = 10;

    private final FireSystem system;
    private final Diary diary;
    private final FireOperator operator;
    private final FaultCount faults;
    private final Instant begin = Instant.now();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "progress");

    FireProgress(FireSystem system, Diary diary, FireOperator operator, FaultCount faults) {
        this.system = system;
        this.diary = diary;
        this.operator = operator;
        this.faults = faults;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!end.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                say("burns");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("SystemOut") // whoever runs it looks there
    void say(String what) {
        Duration passed = Duration.between(begin, Instant.now());
        System.out.printf(
                "fire %02d:%02d %s: %,d operations (%d/s), %,d exchanges, %d faults struck, %d open, %d listed, %d replayed,"
                        + " nodes %s (%d starts, %d failed)%n",
                passed.toMinutes(),
                passed.toSecondsPart(),
                what,
                diary.calls(),
                diary.calls() / Math.max(1, passed.toSeconds()),
                diary.exchanges().size(),
                faults.struck(),
                diary.open().size(),
                operator.listed().size(),
                operator.replayed().size(),
                system.nodes().all().stream()
                        .map(node -> node.isUp() ? "up" : "down")
                        .collect(Collectors.joining(" ")),
                system.nodes().starts(),
                system.nodes().failedStarts());
    }

    @Override
    public void close() {
        end.countDown();
        try {
            thread.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
