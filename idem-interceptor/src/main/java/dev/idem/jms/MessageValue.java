package dev.idem.jms;

import jakarta.jms.MessageFormatException;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of JMS messages as JSON and back, and the conversions that Jakarta Messaging 3.1 (3.5.4, 3.11.3) allows. */
final class MessageValue {

    private static final Map<Class<?>, String> NAMES = Map.of(
            Byte.class, "byte",
            Short.class, "short",
            Integer.class, "int",
            Long.class, "long",
            Float.class, "float",
            Double.class, "double",
            Character.class, "char",
            byte[].class, "bytes");

    private static final Map<String, Function<String, Object>> PARSERS = Map.of(
            "byte", Byte::valueOf,
            "short", Short::valueOf,
            "int", Integer::valueOf,
            "long", Long::valueOf,
            "float", Float::valueOf,
            "double", Double::valueOf,
            "char", text -> text.charAt(0),
            "bytes", Base64.getDecoder()::decode);

    /** Each may be read as itself and as those behind it. */
    private static final List<Class<?>> WHOLE = List.of(byte.class, short.class, int.class, long.class);

    private static final List<Class<?>> FLOATING = List.of(float.class, double.class);

    private MessageValue() {}

    static JsonValue write(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        String type = NAMES.get(value.getClass());
        return type == null
                ? Json.createValue(value.toString())
                : Json.createObjectBuilder().add(type, typed(value)).build();
    }

    private static JsonValue typed(Object value) {
        if (value instanceof byte[] bytes) {
            return base64(bytes);
        }
        return value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long
                ? Json.createValue(((Number) value).longValue())
                : Json.createValue(value.toString());
    }

    static JsonValue base64(byte[] bytes) {
        return Json.createValue(Base64.getEncoder().encodeToString(bytes));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static @Nullable Object read(JsonValue json) {
        return switch (json.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> ((JsonString) json).getString();
            case OBJECT -> typed(json.asJsonObject());
            case NUMBER, ARRAY ->
                throw new IllegalArgumentException(
                        "a value of a message is a text, true, false, or an object such as {\"int\": 5}");
        };
    }

    private static Object typed(JsonObject json) {
        Map.Entry<String, JsonValue> only = json.entrySet().iterator().next();
        Function<String, Object> parser = PARSERS.get(only.getKey());
        if (parser == null || json.size() != 1) {
            throw new IllegalArgumentException("a value of a message names one type of " + PARSERS.keySet());
        }
        JsonValue value = only.getValue();
        return parser.apply(value instanceof JsonNumber number ? number.toString() : ((JsonString) value).getString());
    }

    /** Converts a value to what is asked for: a primitive type, String, byte[] or Object. */
    static @Nullable Object convert(@Nullable Object value, Class<?> target) throws MessageFormatException {
        if (target == Object.class) {
            return value;
        }
        if (target == String.class && !(value instanceof byte[])) {
            return value == null ? null : value.toString();
        }
        if (value == null || value instanceof String) {
            return parsed((String) value, target);
        }
        Object converted = widened(value, target);
        if (converted == null) {
            throw unconvertible(value, target);
        }
        return converted;
    }

    private static @Nullable Object parsed(@Nullable String text, Class<?> target) throws MessageFormatException {
        if (target == byte[].class && text == null) {
            return null;
        }
        if (target == boolean.class) {
            return Boolean.valueOf(text);
        }
        if (WHOLE.contains(target) || FLOATING.contains(target)) {
            if (text == null) {
                throw new NumberFormatException("null");
            }
            return PARSERS.getOrDefault(target.getName(), any -> any).apply(text);
        }
        throw unconvertible(text, target);
    }

    private static @Nullable Object widened(Object value, Class<?> target) {
        if (value instanceof Boolean) {
            return target == boolean.class ? value : null;
        }
        if (value instanceof Character) {
            return target == char.class ? value : null;
        }
        if (value instanceof byte[] bytes) {
            return target == byte[].class ? bytes.clone() : null;
        }
        String type = NAMES.getOrDefault(value.getClass(), "");
        return rank(WHOLE, type) <= WHOLE.indexOf(target) || rank(FLOATING, type) <= FLOATING.indexOf(target)
                ? PARSERS.getOrDefault(target.getName(), any -> any).apply(value.toString())
                : null;
    }

    private static int rank(List<Class<?>> types, String name) {
        return (int)
                types.stream().takeWhile(type -> !type.getName().equals(name)).count();
    }

    private static MessageFormatException unconvertible(@Nullable Object value, Class<?> target) {
        String type = value == null ? "null" : value.getClass().getSimpleName();
        return new MessageFormatException("a " + type + " cannot be read as " + target.getSimpleName());
    }
}
