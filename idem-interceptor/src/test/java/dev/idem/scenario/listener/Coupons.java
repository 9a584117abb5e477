package dev.idem.scenario.listener;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.OnPoison;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An operation that a listener calls, and that lets it go on when there is nothing more to do. */
@ApplicationScoped
public class Coupons {

    @Inject
    Work work;

    @IdempotentOperation(name = "coupons.grant", maxAttempts = 3, onPoison = OnPoison.ACKNOWLEDGE)
    public void grant(@IdempotencyKey String orderId, String text) {
        work.perform(text);
    }
}
