package dev.idem.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Method;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The body of a message that was rebuilt. For one thread at a time. */
interface KeptBody {

    static KeptBody of(MessageKind kind, JsonValue json) {
        return switch (kind) {
            case TEXT -> new KeptText((String) MessageValue.read(json));
            case MAP -> new KeptMap(KeptMessage.values(json.asJsonObject()));
            case BYTES -> new KeptBytes(Base64.getDecoder().decode(((JsonString) json).getString()));
            case STREAM ->
                new KeptStream(
                        json.asJsonArray().stream().map(MessageValue::read).toArray());
            case PLAIN, OBJECT -> new KeptText(null);
        };
    }

    /** Answers a method of the message's own interface. */
    @Nullable
    Object invoke(Method method, Object[] arguments) throws JMSException;

    /** The whole body, or null if it cannot be had as one. */
    @Nullable
    Object whole();

    /** As {@link Message#getBody}. */
    default @Nullable Object as(Class<?> type) throws JMSException {
        @Nullable Object whole = whole();
        if (whole != null && !type.isInstance(whole)) {
            throw KeptMessage.unreadable(type);
        }
        return whole;
    }

    /** As {@link Message#isBodyAssignableTo}. */
    default boolean fits(Class<?> type) {
        @Nullable Object whole = whole();
        return whole == null || type.isInstance(whole);
    }
}
