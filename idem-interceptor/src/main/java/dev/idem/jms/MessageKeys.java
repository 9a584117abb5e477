package dev.idem.jms;

import dev.idem.spi.KeySource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key of a JMS message: its property {@code Idempotency_Key}, or the one that {@code idem.jms.key-property} names. A
 * message without it has no key, unless {@code idem.jms.message-id-as-key} is true: its {@code JMSMessageID} tells a
 * redelivery, but not an event that a producer sent twice, for then the broker assigns two ids.
 *
 * <p>Safe for use by many threads.
 */
@ApplicationScoped
class MessageKeys implements KeySource<Message> {

    private final JmsSettings settings;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    MessageKeys() {
        this(null);
    }

    @Inject
    MessageKeys(JmsSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<String> key(Message message) {
        try {
            Optional<String> key = Optional.ofNullable(message.getStringProperty(settings.keyProperty()));
            return key.isEmpty() && settings.messageIdAsKey() ? id(message) : key;
        } catch (JMSException unreadable) {
            throw new IllegalArgumentException(
                    "the property " + settings.keyProperty() + " cannot be read", unreadable);
        }
    }

    @Override
    public Optional<String> deliveryId(Message message) {
        try {
            return id(message);
        } catch (JMSException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> id(Message message) throws JMSException {
        @Nullable String id = message.getJMSMessageID();
        return Optional.ofNullable(id);
    }
}
