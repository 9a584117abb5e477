package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Refusals of a session bean, in the container's transaction. */
@Stateless
public class RefusalSession {

    @Inject
    RefusalShop shop;

    @Inject
    ReplayShop replayed;

    @IdempotentOperation(
            name = "refusal.session",
            key = "id",
            storeOn = {OutOfStock.class, Declined.class})
    public String order(String id, String how) throws Declined {
        shop.run(id);
        return shop.answer(id, how);
    }

    @IdempotentOperation(name = "refusal.sessionReplayed", key = "id", maxAttempts = 1, storeOn = OutOfStock.class)
    public void replayed(String id) {
        shop.run(id);
        replayed.failWhileBroken(id);
        throw new OutOfStock("tea", 2);
    }
}
