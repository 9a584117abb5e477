package dev.idem.scenario.app;

import dev.idem.CurrentOperation;
import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.ReplayFinished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jspecify.annotations.Nullable;

/** Operations that park at the first failure, and fail while they are broken. Their scope is the anonymous caller. */
@ApplicationScoped
public class ReplayShop {

    @Inject
    Effects effects;

    @Inject
    Gates gates;

    @Inject
    CurrentOperation current;

    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Set<String> slow = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> runs = new ConcurrentHashMap<>();
    private final List<ReplayFinished> finished = new CopyOnWriteArrayList<>();

    @IdempotentOperation(name = "replay.buy", key = "order.id", maxAttempts = 1)
    public String buy(Order order) {
        ran(order.id(), order.amount() + (current.isReplay() ? " replayed " : " called ") + current.key());
        if (slow.contains(order.id())) {
            gates.pass(order.id());
        }
        effects.add(order.id());
        failWhileBroken(order.id());
        return "bought for " + order.amount();
    }

    @IdempotentOperation(name = "replay.note", key = "id", maxAttempts = 1)
    public void note(String id) {
        effects.add(id);
        failWhileBroken(id);
    }

    @Retry(maxRetries = 2, delay = 0)
    @IdempotentOperation(name = "replay.retried", key = "id", maxAttempts = 1)
    public String retried(String id) {
        ran(id, "run");
        effects.add(id);
        failWhileBroken(id);
        return "after " + runs(id).size();
    }

    @IdempotentOperation(name = "replay.checked", maxAttempts = 1)
    public void checked(@IdempotencyKey String id, @NotNull String text) {
        failWhileBroken(id);
    }

    @IdempotentOperation(name = "replay.context", maxAttempts = 1, checkArguments = false)
    public void context(@IdempotencyKey String id, @Nullable UriInfo where) {
        failWhileBroken(id);
    }

    @IdempotentOperation(name = "replay.stream", maxAttempts = 1, checkArguments = false)
    public void stream(@IdempotencyKey String id, InputStream bytes) {
        failWhileBroken(id);
    }

    void finished(@Observes ReplayFinished event) {
        finished.add(event);
    }

    public List<ReplayFinished> finished(long request) {
        return finished.stream().filter(each -> each.request() == request).toList();
    }

    public void breakFor(String id) {
        broken.add(id);
    }

    public void repair(String id) {
        broken.remove(id);
    }

    /** Bodies of this key wait at their gate. */
    public void slowDown(String id) {
        slow.add(id);
    }

    public List<String> runs(String id) {
        return runs.getOrDefault(id, List.of());
    }

    void ran(String id, String how) {
        runs.computeIfAbsent(id, any -> new CopyOnWriteArrayList<>()).add(how);
    }

    void failWhileBroken(String id) {
        if (broken.contains(id)) {
            throw new IllegalStateException("broken");
        }
    }
}
