package dev.idem.scenario.dying;

import dev.idem.CurrentOperation;
import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.OperationCompleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** An operation that is held up, in its body or after its commit, until a gate opens. */
@ApplicationScoped
public class HeldShop {

    @Inject
    Rows rows;

    @Inject
    CurrentOperation current;

    @SuppressWarnings("ThreadLocalUsage") // one for each application
    private final ThreadLocal<@Nullable String> held = new ThreadLocal<>();

    @IdempotentOperation(name = "held.buy", maxAttempts = 1)
    public String buy(@IdempotencyKey String id, String where) {
        rows.addEffect(id);
        if (where.equals("body")) {
            rows.awaitGate(id);
        } else {
            held.set(id);
        }
        return "bought " + id + (current.isReplay() ? " replayed" : "");
    }

    /** After the commit, before the worker writes the outcome down. */
    void completed(@Observes OperationCompleted event) {
        String id = held.get();
        held.remove();
        if (id != null) {
            rows.awaitGate(id);
        }
    }
}
