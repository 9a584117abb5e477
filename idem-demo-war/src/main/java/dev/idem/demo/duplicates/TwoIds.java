package dev.idem.demo.duplicates;

import dev.idem.Outbox;
import dev.idem.OutboxMessage;
import dev.idem.demo.payments.PaymentSucceeded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** A producer that tells the same event twice. */
@ApplicationScoped
public class TwoIds {

    @Inject
    Outbox outbox;

    @Transactional
    public void tellTwice(String orderId) {
        String event = new PaymentSucceeded(orderId, "user-" + orderId).json();
        outbox.send(OutboxMessage.json(PaymentSucceeded.QUEUE, event));
        outbox.send(OutboxMessage.json(PaymentSucceeded.QUEUE, event));
    }
}
