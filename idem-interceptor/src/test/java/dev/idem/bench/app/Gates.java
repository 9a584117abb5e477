package dev.idem.bench.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Holds the first body that comes with a certain key. */
@ApplicationScoped
public class Gates {

    private static final long PATIENCE = 60;

    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    Gate close(String key) {
        Gate gate = new Gate();
        gates.put(key, gate);
        return gate;
    }

    void open(String key) {
        Gate gate = gates.remove(key);
        if (gate != null) {
            gate.open.countDown();
        }
    }

    void pass(String key) {
        Gate gate = gates.get(key);
        if (gate != null && !gate.taken.getAndSet(true)) {
            gate.reached.countDown();
            await(gate.open);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** One closed gate. */
    static final class Gate {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicBoolean taken = new AtomicBoolean();

        void awaitReached() {
            await(reached);
        }
    }
}
