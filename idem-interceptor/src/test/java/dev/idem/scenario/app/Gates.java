package dev.idem.scenario.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gates that hold a body until a test opens them. */
@ApplicationScoped
public class Gates {

    private static final int PATIENCE_SECONDS = 30;

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

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at a gate", e);
        }
    }

    private static final class Gate {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
    }
}
