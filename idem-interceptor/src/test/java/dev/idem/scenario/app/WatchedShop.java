package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.slf4j.MDC;

/** Operations that are looked at from outside: events, log context. */
@ApplicationScoped
public class WatchedShop {

    @Inject
    Effects effects;

    @Inject
    WatchedShop self;

    @Inject
    Witness witness;

    @IdempotentOperation(name = "watched.buy", key = "id", scope = Scope.GLOBAL)
    public void buy(String id) {
        effects.add(id);
    }

    @IdempotentOperation(name = "watched.badly", key = "id", scope = Scope.GLOBAL)
    public void badly(String id) {
        effects.add(id);
    }

    @IdempotentOperation(name = "watched.fail", key = "id", scope = Scope.GLOBAL, maxAttempts = 2)
    public void fail(String id) {
        throw new IllegalStateException("watched failure");
    }

    /** What was told before the transaction ends. */
    @Transactional
    public List<Witness.Told> together(String id) {
        self.buy(id);
        self.buy(id);
        return witness.told();
    }

    @Transactional
    public void inVain(String id) {
        self.buy(id);
        throw new IllegalStateException("the outer call fails");
    }

    @Transactional
    public void joinedFailure(String id) {
        self.fail(id);
    }

    /** The log context before, inside and after an inner operation. */
    @Retry(maxRetries = 1, delay = 0, jitter = 0)
    @IdempotentOperation(name = "watched.outer", key = "id", scope = Scope.GLOBAL)
    public List<Map<String, String>> outer(String id) {
        List<Map<String, String>> contexts = new ArrayList<>();
        contexts.add(context());
        contexts.add(self.inner(id));
        contexts.add(context());
        if ("1".equals(MDC.get("idem.attempt"))) {
            throw new IllegalStateException("not yet");
        }
        return contexts;
    }

    @IdempotentOperation(name = "watched.inner", key = "id", scope = Scope.GLOBAL)
    public Map<String, String> inner(String id) {
        return context();
    }

    /** What a log line here would say. */
    public static Map<String, String> context() {
        Map<String, String> context = MDC.getCopyOfContextMap();
        return context == null ? Map.of() : new TreeMap<>(context);
    }
}
