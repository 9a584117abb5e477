package dev.idem.scenario.sending;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Grants one coupon for each message. */
@ApplicationScoped
public class Coupons {

    @Inject
    Rows rows;

    @IdempotentOperation(name = "coupons.grant")
    public void grant(@IdempotencyKey String message, String payment) {
        rows.add("coupon", payment, message);
    }
}
