package dev.idem.jms;

import dev.idem.testing.ArtemisBroker;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Messages as a broker delivers them. */
final class BrokerMessages implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 20_000;

    private final ArtemisBroker broker = ArtemisBroker.start(Path.of("target", "messages-" + UUID.randomUUID()));
    private final JMSContext context = connections(broker).createContext();
    private final Queue queue = context.createQueue("messages");

    private static ConnectionFactory connections(ArtemisBroker broker) {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port());
    }

    /** Has a message made, sends it and receives it. */
    Message delivered(Making making) throws JMSException {
        context.createProducer().send(queue, making.make(context));
        try (var consumer = context.createConsumer(queue)) {
            return Objects.requireNonNull(consumer.receive(PATIENCE_MILLIS), "nothing was delivered");
        }
    }

    @Override
    public void close() {
        context.close();
        broker.close();
    }

    @FunctionalInterface
    interface Making {
        Message make(JMSContext context) throws JMSException;
    }
}
