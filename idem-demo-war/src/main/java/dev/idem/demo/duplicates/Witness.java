package dev.idem.demo.duplicates;

import dev.idem.demo.broker.PaymentHandled;
import dev.idem.demo.broker.PaymentHeard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Watches the messages of provoked orders: notes them, has the plain service grant too, and lets a consumer die. */
@ApplicationScoped
public class Witness {

    @Inject
    ProvocationLog log;

    @Inject
    PlainCoupons plain;

    void heard(@Observes PaymentHeard event) {
        log.note(event.orderId(), event.arrival());
    }

    void handled(@Observes PaymentHandled event) {
        log.causeOf(event.orderId()).filter(Cause::repeatsTheMessage).ifPresent(cause -> plain.grant(event.orderId()));
        if (log.takeCrash(event.orderId())) {
            Signals.killThisNode();
        }
    }
}
