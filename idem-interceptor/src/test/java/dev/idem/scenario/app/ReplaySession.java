package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** An operation of a session bean: a replay joins the container's transaction. */
@Stateless
public class ReplaySession {

    @Inject
    Effects effects;

    @Inject
    ReplayShop shop;

    @IdempotentOperation(name = "replay.session", key = "id", maxAttempts = 1)
    public String buy(String id) {
        effects.addAndFlush(id);
        shop.failWhileBroken(id);
        return "bought " + id;
    }
}
