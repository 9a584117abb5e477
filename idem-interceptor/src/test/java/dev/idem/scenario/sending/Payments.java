package dev.idem.scenario.sending;

import dev.idem.IdempotentOperation;
import dev.idem.Outbox;
import dev.idem.OutboxMessage;
import dev.idem.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSConnectionFactoryDefinition;
import java.util.List;

/** Settles payments and says so. */
@JMSConnectionFactoryDefinition(
        name = "java:app/jms/outbox",
        interfaceName = "jakarta.jms.ConnectionFactory",
        resourceAdapter = "artemis-rar",
        minPoolSize = 0,
        maxPoolSize = 4,
        properties = {"ReconnectAttempts=0", "InitialConnectAttempts=1"})
@ApplicationScoped
public class Payments {

    @Inject
    Outbox outbox;

    @Inject
    Rows rows;

    @IdempotentOperation(name = "payments.settle", key = "payment", scope = Scope.GLOBAL)
    public void settle(String payment) {
        rows.add("payment", payment, "");
        outbox.send(OutboxMessage.text("coupons", payment)
                .withHeader("tenant-id", "acme")
                .withHeader("JMSType", "payment.succeeded")
                .withHeader("JMSCorrelationID", payment));
    }

    /** Two payments of one customer, told of in their order. */
    @IdempotentOperation(name = "payments.settleBoth", key = "first", scope = Scope.GLOBAL)
    public void settleBoth(String first, String second) {
        for (String payment : List.of(first, second)) {
            rows.add("payment", payment, "");
            outbox.send(OutboxMessage.text("coupons", payment).withOrderingKey(first));
        }
    }

    /** Tells all who listen, and sends some steps in their order. */
    @IdempotentOperation(name = "payments.announce", key = "payment", scope = Scope.GLOBAL)
    public void announce(String payment, int steps) {
        outbox.send(OutboxMessage.text("topic:news", payment));
        for (int step = 0; step < steps; step++) {
            outbox.send(OutboxMessage.text("steps", payment)
                    .withOrderingKey(payment)
                    .withHeader("step", Integer.toString(step)));
        }
    }
}
