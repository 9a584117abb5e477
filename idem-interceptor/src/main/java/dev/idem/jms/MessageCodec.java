package dev.idem.jms;

import dev.idem.spi.ArgumentCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries JMS messages as JSON: {@code {"kind": "TEXT", "headers": {…}, "properties": {…}, "body": …}}. A text is a JSON
 * string, a map an object, a stream an array, bytes are in Base64 (RFC 4648). Texts and booleans are written as such,
 * other values as {@code {"int": 5}}, under the name of their type. The body of an ObjectMessage is neither compared nor
 * kept, for that would deserialise it; such a message cannot be rebuilt.
 *
 * <p>The fingerprint covers kind, JMSType, the application's properties and body. What a broker sets is not compared, nor
 * what {@code idem.jms.not-fingerprinted} names.
 *
 * <p>Safe for use by many threads.
 */
@ApplicationScoped
class MessageCodec implements ArgumentCodec {

    private static final String NULL = "null";
    private static final Set<Type> CARRIED =
            Arrays.stream(MessageKind.values()).map(MessageKind::type).collect(Collectors.toUnmodifiableSet());

    private final JmsSettings settings;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    MessageCodec() {
        this(null);
    }

    @Inject
    MessageCodec(JmsSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean carries(Type type) {
        return CARRIED.contains(type);
    }

    @Override
    public String write(@Nullable Object value, Type type) {
        return value == null ? NULL : written((Message) value, WrittenMessage::whole);
    }

    @Override
    public String writeForFingerprint(@Nullable Object value, Type type) {
        return value == null ? NULL : written((Message) value, message -> message.compared(settings::fingerprinted));
    }

    private static String written(Message message, Writing writing) {
        try {
            return writing.write(new WrittenMessage(message)).toString();
        } catch (JMSException | JMSRuntimeException unreadable) {
            throw new IllegalArgumentException("a JMS message cannot be read", unreadable);
        }
    }

    @Override
    public @Nullable Object read(String json, Type type) {
        if (json.equals(NULL)) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return KeptMessage.of(reader.readObject(), (Class<?>) type);
        } catch (JsonException | ClassCastException | NullPointerException unreadable) {
            throw new IllegalArgumentException("the JSON is not that of a JMS message", unreadable);
        }
    }

    private interface Writing {
        JsonObject write(WrittenMessage message) throws JMSException;
    }
}
