package dev.idem.scenario.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gates that hold a body until a test opens them. */
@ApplicationScoped
public class Gates {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    /** A body has come to its gate. */
    public void pass(String name) {
        Gate gate = gate(name);
        gate.reached.countDown();
        await(gate.open);
    }

    public void awaitReached(String name) {
        await(gate(name).reached);
    }

    public void open(String name) {
        gate(name).open.countDown();
    }

    private Gate gate(String name) {
        return gates.computeIfAbsent(name, any -> new Gate());
    }

    /** Also when interrupted: a body that goes on after its time-out. */
    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (latch.getCount() > 0) {
            try {
                if (!latch.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    throw new IllegalStateException("nobody came");
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Gate {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
    }
}
