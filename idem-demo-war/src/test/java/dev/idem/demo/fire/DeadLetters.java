package dev.idem.demo.fire;

import dev.idem.testing.ArtemisBroker;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * What the broker gave up to deliver while the database was away.
 *
 * @param port the broker's port
 */
record DeadLetters(int port) {

    private static final long WAIT_MILLIS = 200;

    /** Sends each to where it came from; returns how many there were. */
    int sendAgain() throws JMSException {
        try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
                JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = context.createConsumer(context.createQueue(ArtemisBroker.DEAD_LETTERS))) {
            int count = 0;
            for (Message message = consumer.receive(WAIT_MILLIS);
                    message != null;
                    message = consumer.receive(WAIT_MILLIS)) {
                String key = message.getStringProperty("Idempotency_Key");
                context.createProducer()
                        .setProperty("Idempotency_Key", key)
                        .send(
                                context.createQueue(message.getStringProperty("_AMQ_ORIG_ADDRESS")),
                                message.getBody(String.class));
                context.commit();
                count++;
            }
            return count;
        }
    }
}
