package dev.idem.jms;

import dev.idem.OutboxMessage;
import dev.idem.spi.BrokerUnavailableException;
import dev.idem.spi.OutboxSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.MessageFormatRuntimeException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Sends messages of the outbox by JMS, through the connection factory that {@code idem.outbox.jms.connection-factory}
 * names. A message goes out in a session without transaction, persistent: the broker has stored it when {@code send}
 * returns.
 */
@ApplicationScoped
class JmsOutboxSender implements OutboxSender {

    static final String NAME = "jms";

    private static final Logger LOG = System.getLogger(JmsOutboxSender.class.getName());

    private static final String TOPIC = "topic:";
    private static final String JNDI = "java:";

    private final JmsSettings settings;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    JmsOutboxSender() {
        this(null);
    }

    @Inject
    JmsOutboxSender(JmsSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean enabled() {
        return factoryName().isPresent();
    }

    private static Optional<String> factoryName() {
        return ConfigProvider.getConfig().getOptionalValue("idem.outbox.jms.connection-factory", String.class);
    }

    @Override
    public void send(String messageId, OutboxMessage message) throws BrokerUnavailableException, JMSException {
        JMSContext context = connect();
        try {
            context.createProducer()
                    .send(
                            destination(context, message.destination()),
                            OutgoingText.of(context, settings.keyProperty(), messageId, message));
        } catch (InvalidDestinationRuntimeException | MessageFormatRuntimeException itsOwnFault) {
            throw itsOwnFault;
        } catch (JMSRuntimeException | JMSException failure) {
            close(context);
            requireBroker(failure);
            throw failure;
        } finally {
            close(context);
        }
    }

    /**
     * Asks the broker whether it is there, by what it has to answer: a connection may have been lost, and neither its pool
     * nor its client may know. Whoever is not allowed to do that has been answered too.
     */
    private static void requireBroker(Exception failure) throws BrokerUnavailableException {
        JMSContext context = connect();
        try {
            context.createTemporaryQueue().delete();
        } catch (JMSSecurityRuntimeException answered) {
            failure.addSuppressed(answered);
        } catch (JMSRuntimeException | JMSException unreachable) {
            unreachable.addSuppressed(failure);
            throw new BrokerUnavailableException("the broker does not answer: " + failure.getMessage(), unreachable);
        } finally {
            close(context);
        }
    }

    private static JMSContext connect() throws BrokerUnavailableException {
        String name = factoryName().orElse("");
        try {
            return lookup(name, ConnectionFactory.class).createContext(JMSContext.AUTO_ACKNOWLEDGE);
        } catch (NamingException | JMSRuntimeException failure) {
            throw new BrokerUnavailableException(
                    "no connection by the connection factory " + name + ": " + failure.getMessage(), failure);
        }
    }

    private static Destination destination(JMSContext context, String name) throws JMSException {
        if (name.startsWith(JNDI)) {
            try {
                return lookup(name, Destination.class);
            } catch (NamingException failure) {
                JMSException unknown = new JMSException("there is no destination " + name);
                unknown.initCause(failure);
                throw unknown;
            }
        }
        return name.startsWith(TOPIC) ? context.createTopic(name.substring(TOPIC.length())) : context.createQueue(name);
    }

    /** Names come from settings, or are names of the server's own: a message leads to no other directory. */
    @SuppressWarnings("BanJNDI")
    private static <T> T lookup(String name, Class<T> type) throws NamingException {
        try {
            return type.cast(InitialContext.doLookup(name));
        } catch (ClassCastException other) {
            NamingException wrong = new NamingException(name + " is no " + type.getSimpleName());
            wrong.initCause(other);
            throw wrong;
        }
    }

    /** What was sent is sent: a failure to close says nothing about it. */
    private static void close(JMSContext context) {
        try {
            context.close();
        } catch (JMSRuntimeException failure) {
            LOG.log(Level.DEBUG, "a JMS context could not be closed", failure);
        }
    }
}
