package dev.idem.testing;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Talks to a broker from a test, without a server. Safe for all threads. */
public final class ArtemisClient {

    private final String address;
    private final ConnectionFactory connections;

    /**
     * A client of this broker.
     *
     * @param port where it listens on 127.0.0.1
     */
    @SuppressWarnings("resource") // it holds nothing until it is asked for a context
    public ArtemisClient(int port) {
        this.address = "tcp://127.0.0.1:" + port;
        this.connections = new ActiveMQConnectionFactory(address);
    }

    /** Sends a text and waits until the broker has it. */
    public void send(String queue, String text) {
        send(queue, text, Map.of());
    }

    /** Sends a text with properties and waits until the broker has it. */
    public void send(String queue, String text, Map<String, ?> properties) {
        try (JMSContext context = connections.createContext()) {
            JMSProducer producer = context.createProducer();
            properties.forEach(producer::setProperty);
            producer.send(context.createQueue(queue), text);
        }
    }

    /** How many messages a queue holds, those that are with a consumer or wait for their next delivery included. */
    public long pending(String queue) {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(address);
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession()) {
            return session.queueQuery(SimpleString.of(queue)).getMessageCount();
        } catch (Exception failure) {
            throw new IllegalStateException("cannot count the messages of the queue " + queue, failure);
        }
    }

    /** Sends a text with properties to all who listen to a topic now. */
    public void publish(String topic, String text, Map<String, ?> properties) {
        try (JMSContext context = connections.createContext()) {
            JMSProducer producer = context.createProducer();
            properties.forEach(producer::setProperty);
            producer.send(context.createTopic(topic), text);
        }
    }

    /** The texts that wait in a queue, without those that are with a consumer. */
    public List<String> texts(String queue) {
        try (JMSContext context = connections.createContext();
                QueueBrowser browser = context.createBrowser(context.createQueue(queue))) {
            return Collections.list((Enumeration<?>) browser.getEnumeration()).stream()
                    .map(ArtemisClient::text)
                    .toList();
        } catch (JMSException failure) {
            throw new IllegalStateException("cannot look into the queue " + queue, failure);
        }
    }

    private static String text(Object message) {
        try {
            return ((Message) message).getBody(String.class);
        } catch (JMSException failure) {
            throw new IllegalStateException("not a text message: " + message, failure);
        }
    }
}
