package dev.idem.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.MessageNotWriteableException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers for a message that was rebuilt from JSON: read-only, without a broker behind it. Setting or clearing anything
 * throws {@code MessageNotWriteableException}, as on every received message; acknowledging does nothing. For one thread at
 * a time, as every message.
 */
final class KeptMessage implements InvocationHandler {

    private static final Pattern PROPERTY_GETTER = Pattern.compile("get[A-Z][a-z]+Property");

    private static final Object[] NONE = {};

    private final MessageKind kind;
    private final JsonObject headers;
    private final Map<String, @Nullable Object> properties;
    private final KeptBody body;

    private KeptMessage(MessageKind kind, JsonObject json) {
        this.kind = kind;
        this.headers = json.getJsonObject(WrittenMessage.HEADERS);
        this.properties = values(json.getJsonObject(WrittenMessage.PROPERTIES));
        this.body = KeptBody.of(kind, json.getOrDefault(WrittenMessage.BODY, JsonValue.NULL));
    }

    /**
     * Rebuilds a message.
     *
     * @param type what the method wants
     * @throws IllegalArgumentException if the message is of another kind, or cannot be rebuilt
     */
    static Message of(JsonObject json, Class<?> type) {
        MessageKind kind = MessageKind.valueOf(json.getString(WrittenMessage.KIND));
        if (kind == MessageKind.OBJECT) {
            throw new IllegalArgumentException(
                    "an ObjectMessage is not rebuilt: its body would have to be deserialised; send text instead");
        }
        if (!type.isAssignableFrom(kind.type())) {
            throw new IllegalArgumentException("the message is a " + kind + ", not a " + type.getName());
        }
        return (Message) Proxy.newProxyInstance(
                Message.class.getClassLoader(), new Class<?>[] {kind.type()}, new KeptMessage(kind, json));
    }

    static Map<String, @Nullable Object> values(JsonObject json) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        json.forEach((name, value) -> values.put(name, MessageValue.read(value)));
        return values;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws JMSException {
        String name = method.getName();
        Object[] arguments = given == null ? NONE : given;
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, name, arguments);
        }
        if (name.matches("(set|clear|write).*")) {
            throw new MessageNotWriteableException("a message that was kept is read-only");
        }
        if (method.getDeclaringClass() != Message.class) {
            return body.invoke(method, arguments);
        }
        return PROPERTY_GETTER.matcher(name).matches()
                ? MessageValue.convert(properties.get(arguments[0]), method.getReturnType())
                : ofMessage(name, arguments);
    }

    private Object ofObject(Object proxy, String name, Object[] arguments) {
        return switch (name) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "kept " + kind + " message";
        };
    }

    private @Nullable Object ofMessage(String name, Object[] arguments) throws JMSException {
        return switch (name) {
            case "propertyExists" -> properties.containsKey(arguments[0]);
            case "getPropertyNames" -> Collections.enumeration(properties.keySet());
            case "getBody" -> body.as((Class<?>) arguments[0]);
            case "isBodyAssignableTo" -> body.fits((Class<?>) arguments[0]);
            case "getJMSDeliveryMode" -> Message.DEFAULT_DELIVERY_MODE;
            case "getJMSPriority" -> Message.DEFAULT_PRIORITY;
            case "getJMSRedelivered" -> false;
            case "getJMSTimestamp", "getJMSExpiration", "getJMSDeliveryTime" -> 0L;
            case "getJMSCorrelationIDAsBytes" -> bytes(headers.getString("JMSCorrelationID", null));
            default -> name.startsWith("get") ? headers.getString(name.substring(3), null) : null;
        };
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a body cannot be read as. */
    static MessageFormatException unreadable(Class<?> type) {
        return new MessageFormatException("the body cannot be read as " + type.getName());
    }
}
