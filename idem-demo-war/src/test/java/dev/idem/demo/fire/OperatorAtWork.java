package dev.idem.demo.fire;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The operator's working day: looks at the console every second, and replays some of what waits there. */
final class OperatorAtWork implements AutoCloseable {

    private static final int REPLAYS = 5;

    private final FireOperator operator;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "operator");

    OperatorAtWork(FireOperator operator) {
        this.operator = operator;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!end.await(1, TimeUnit.SECONDS)) {
                operator.work(REPLAYS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
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
