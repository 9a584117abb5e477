package dev.idem.demo.broker;

import dev.idem.OutboxMessage;
import dev.idem.spi.BrokerUnavailableException;
import dev.idem.spi.OutboxSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The outbox's way to a broker that does not speak JMS. */
@ApplicationScoped
public class BrokerSender implements OutboxSender {

    @Inject
    Brokers brokers;

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public boolean enabled() {
        return brokers.kind() != BrokerKind.ARTEMIS;
    }

    @Override
    public void send(String messageId, OutboxMessage message) throws Exception {
        Broker broker = brokers.broker()
                .orElseThrow(() -> new BrokerUnavailableException("the broker is not connected yet", null));
        broker.send(messageId, message.destination(), message.payload());
    }
}
