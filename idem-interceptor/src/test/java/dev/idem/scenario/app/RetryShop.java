package dev.idem.scenario.app;

import dev.idem.CurrentOperation;
import dev.idem.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Operations under MicroProfile Fault Tolerance. */
@ApplicationScoped
public class RetryShop {

    @Inject
    Effects effects;

    @Inject
    Gates gates;

    @Inject
    CurrentOperation current;

    @jakarta.annotation.Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;

    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
    private final Map<String, List<Object>> transactions = new ConcurrentHashMap<>();

    public int runs(String id) {
        return runs.computeIfAbsent(id, any -> new AtomicInteger()).get();
    }

    public List<Object> transactions(String id) {
        return transactions.computeIfAbsent(id, any -> new CopyOnWriteArrayList<>());
    }

    private int run(String id) {
        effects.addAndFlush(id);
        transactions(id).add(registry.getTransactionKey());
        return runs.computeIfAbsent(id, any -> new AtomicInteger()).incrementAndGet();
    }

    @Retry(maxRetries = 3, delay = 1, jitter = 0)
    @IdempotentOperation(name = "retry.heals", key = "id")
    public String heals(String id) {
        if (run(id) <= 2) {
            throw new IllegalStateException("not yet");
        }
        return "attempt " + current.attempt();
    }

    @Retry(maxRetries = 5, delay = 1, jitter = 0)
    @IdempotentOperation(name = "retry.parks", key = "id", maxAttempts = 3)
    public void parks(String id) {
        run(id);
        throw new IllegalStateException("never works");
    }

    @Retry(maxRetries = 3, delay = 1, jitter = 0)
    @IdempotentOperation(name = "retry.reused", key = "id")
    public String reused(String id, String argument) {
        run(id);
        return argument;
    }

    @Retry(maxRetries = 1, delay = 1, jitter = 0)
    @Fallback(fallbackMethod = "fallback")
    @IdempotentOperation(name = "retry.fallback", key = "id")
    public String fallsBack(String id) {
        if (run(id) <= 2) {
            throw new IllegalStateException("not yet");
        }
        return "real";
    }

    public String fallback(String id) {
        return "fallback";
    }

    @Timeout(value = 500, unit = ChronoUnit.MILLIS)
    @IdempotentOperation(name = "retry.timeout", key = "id", waitFor = "PT20S")
    public String timesOut(String id) {
        if (run(id) == 1) {
            gates.pass(id);
        }
        return "committed late";
    }

    @Retry(maxRetries = 3, delay = 1, jitter = 0, abortOn = IllegalArgumentException.class)
    @IdempotentOperation(name = "retry.aborts", key = "id")
    public String aborts(String id) {
        if (run(id) == 1) {
            throw new IllegalArgumentException("abort");
        }
        return "ran again";
    }
}
