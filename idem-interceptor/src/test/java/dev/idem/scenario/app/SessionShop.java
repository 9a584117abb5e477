package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Operations of a stateless session bean: they join the container's transaction. */
@Stateless
public class SessionShop {

    @Inject
    Effects effects;

    @IdempotentOperation(name = "session.buy", key = "order.id")
    public String buy(Order order) {
        effects.add(order.id());
        return "bought " + order.id();
    }

    @IdempotentOperation(name = "session.fail", key = "id", maxAttempts = 2)
    public void fail(String id, boolean fails) {
        effects.addAndFlush(id);
        if (fails) {
            throw new IllegalStateException("session fails");
        }
    }
}
