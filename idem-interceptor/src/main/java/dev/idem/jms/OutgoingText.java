package dev.idem.jms;

import dev.idem.OutboxMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;

/**
 * A message of the outbox as a JMS text message. Its headers are string properties, with {@code _} for what is no part
 * of a Java identifier (Jakarta Messaging 3.1, 3.5.1); {@code JMSType} and {@code JMSCorrelationID} are the header fields
 * of these names. The content type is the property {@code Content_Type}, the ordering key is {@code JMSXGroupID}.
 */
final class OutgoingText {

    private static final String TYPE = "JMSType";
    private static final String CORRELATION = "JMSCorrelationID";
    private static final String GROUP = "JMSXGroupID";

    private OutgoingText() {}

    static TextMessage of(JMSContext context, String keyProperty, String messageId, OutboxMessage message)
            throws JMSException {
        TextMessage text = context.createTextMessage(message.payload());
        text.setStringProperty("Content_Type", message.contentType());
        if (message.orderingKey().isPresent()) {
            text.setStringProperty(GROUP, message.orderingKey().get());
        }
        for (var header : message.headers().entrySet()) {
            set(text, header.getKey(), header.getValue());
        }
        text.setStringProperty(keyProperty, messageId);
        return text;
    }

    private static void set(TextMessage text, String name, String value) throws JMSException {
        switch (name) {
            case TYPE -> text.setJMSType(value);
            case CORRELATION -> text.setJMSCorrelationID(value);
            default -> text.setStringProperty(identifier(name), value);
        }
    }

    static String identifier(String name) {
        StringBuilder identifier = new StringBuilder(name.length() + 1);
        name.codePoints()
                .map(each -> Character.isJavaIdentifierPart(each) ? each : '_')
                .forEach(identifier::appendCodePoint);
        if (!Character.isJavaIdentifierStart(identifier.codePointAt(0))) {
            identifier.insert(0, '_');
        }
        return identifier.toString();
    }
}
