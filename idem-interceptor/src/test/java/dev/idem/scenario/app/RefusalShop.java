package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import dev.idem.OnPoison;
import dev.idem.OperationRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Operations whose answer may be no, for good. */
@ApplicationScoped
public class RefusalShop {

    @Inject
    Effects effects;

    @Inject
    RefusalShop self;

    @Inject
    ReplayShop replayed;

    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @IdempotentOperation(
            name = "refusal.order",
            key = "id",
            maxAttempts = 2,
            storeOn = {OutOfStock.class, Declined.class, AssertionError.class})
    public String order(String id, String how) throws Declined {
        run(id);
        return answer(id, how);
    }

    @Transactional(dontRollbackOn = Exception.class)
    @IdempotentOperation(
            name = "refusal.joined",
            key = "id",
            storeOn = {OutOfStock.class, Declined.class, AssertionError.class})
    public String joined(String id, String how) throws Declined {
        run(id);
        return answer(id, how);
    }

    /** Swallows the refusal of the operation inside. */
    @Transactional
    public String swallow(String id) {
        effects.addAndFlush("outer of " + id);
        try {
            return self.order(id, "runtime");
        } catch (OutOfStock | Declined no) {
            return "swallowed";
        }
    }

    @Retry(maxRetries = 3, delay = 1, jitter = 0)
    @IdempotentOperation(name = "refusal.retried", key = "id", storeOn = OutOfStock.class)
    public void retried(String id) {
        run(id);
        throw new OutOfStock("tea", 2);
    }

    @IdempotentOperation(
            name = "refusal.acknowledged",
            key = "id",
            storeOn = OutOfStock.class,
            onPoison = OnPoison.ACKNOWLEDGE)
    public void acknowledged(String id) {
        run(id);
        throw new OutOfStock("tea", 2);
    }

    /** Parks while broken, and refuses afterwards. */
    @IdempotentOperation(name = "refusal.replayed", key = "id", maxAttempts = 1, storeOn = OutOfStock.class)
    public void replayed(String id) {
        run(id);
        replayed.failWhileBroken(id);
        throw new OutOfStock("tea", 2);
    }

    String answer(String id, String how) throws Declined {
        return switch (how) {
            case "runtime" -> throw new OutOfStock("tea", 2);
            case "checked" -> throw new Declined("declined: " + id);
            case "error" -> throw new AssertionError("never");
            case "failure" -> throw new IllegalStateException("broken");
            default -> how;
        };
    }

    void run(String id) {
        effects.addAndFlush(id);
        runs.computeIfAbsent(id, any -> new AtomicInteger()).incrementAndGet();
    }

    public int runs(String id) {
        return runs.getOrDefault(id, new AtomicInteger()).get();
    }

    void refused(@Observes OperationRefused event) {
        told.add(event.operation());
    }

    public long told(String operation) {
        return told.stream().filter(operation::equals).count();
    }
}
