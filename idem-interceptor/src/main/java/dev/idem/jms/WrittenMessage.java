package dev.idem.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageEOFException;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A message as JSON. Bodies with a position are set back to their start. For one thread. */
record WrittenMessage(Message message) {

    static final String KIND = "kind";
    static final String HEADERS = "headers";
    static final String PROPERTIES = "properties";
    static final String BODY = "body";

    /** What Jakarta Messaging reserves for itself and for providers. */
    private static final String RESERVED = "JMS";

    /** All that a rebuilt message has. */
    JsonObject whole() throws JMSException {
        return Json.createObjectBuilder()
                .add(KIND, MessageKind.of(message).name())
                .add(HEADERS, headers())
                .add(PROPERTIES, properties(any -> true))
                .add(BODY, body())
                .build();
    }

    /** What tells one event from another. */
    JsonObject compared(Predicate<String> property) throws JMSException {
        return Json.createObjectBuilder()
                .add(KIND, MessageKind.of(message).name())
                .add("type", MessageValue.write(message.getJMSType()))
                .add(PROPERTIES, properties(property))
                .add(BODY, body())
                .build();
    }

    private JsonObjectBuilder headers() throws JMSException {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "JMSMessageID", message.getJMSMessageID());
        add(json, "JMSCorrelationID", message.getJMSCorrelationID());
        add(json, "JMSType", message.getJMSType());
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private JsonObjectBuilder properties(Predicate<String> wanted) throws JMSException {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String name : names(message.getPropertyNames())) {
            if (!name.startsWith(RESERVED) && wanted.test(name)) {
                json.add(name, MessageValue.write(message.getObjectProperty(name)));
            }
        }
        return json;
    }

    private JsonValue body() throws JMSException {
        if (message instanceof TextMessage text) {
            return MessageValue.write(text.getText());
        }
        if (message instanceof MapMessage map) {
            return map(map);
        }
        if (message instanceof BytesMessage bytes) {
            return MessageValue.base64(bytes(bytes));
        }
        return message instanceof StreamMessage stream ? stream(stream) : JsonValue.NULL;
    }

    private static JsonValue map(MapMessage map) throws JMSException {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String name : names(map.getMapNames())) {
            json.add(name, MessageValue.write(map.getObject(name)));
        }
        return json.build();
    }

    private static byte[] bytes(BytesMessage message) throws JMSException {
        message.reset();
        byte[] bytes = new byte[Math.toIntExact(message.getBodyLength())];
        message.readBytes(bytes);
        message.reset();
        return bytes;
    }

    private static JsonValue stream(StreamMessage message) throws JMSException {
        message.reset();
        JsonArrayBuilder json = Json.createArrayBuilder();
        try {
            while (true) {
                json.add(MessageValue.write(message.readObject()));
            }
        } catch (MessageEOFException end) {
            message.reset();
            return json.build();
        }
    }

    private static List<String> names(Enumeration<?> names) {
        return Collections.list(names).stream().map(String.class::cast).sorted().toList();
    }
}
