package dev.idem.admin.edit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field of the form takes. */
public enum ValueKind {
    /** A text. */
    TEXT("a text"),
    /** A number, written as in JSON. */
    NUMBER("a number"),
    /** A whole number. */
    INTEGER("a whole number"),
    /** True or false. */
    FLAG("true or false"),
    /** One of several texts. */
    CHOICE("one of those listed"),
    /** Anything else, as JSON. */
    JSON("JSON"),
    /** Nothing: it is not for people to write. */
    LOCKED("");

    private static final int LONGEST_NUMBER = 1_000;

    private final String words;

    ValueKind(String words) {
        this.words = words;
    }

    /** What it takes, for people. */
    public String words() {
        return words;
    }

    /** What the schema says, and where it says nothing, what the value is. */
    static ValueKind of(@Nullable JsonValue value, JsonObject schema) {
        if (schema.get("enum") instanceof JsonArray) {
            return CHOICE;
        }
        if (schema.get("type") instanceof JsonString type) {
            return switch (type.getString()) {
                case "string" -> TEXT;
                case "number" -> NUMBER;
                case "integer" -> INTEGER;
                case "boolean" -> FLAG;
                default -> JSON;
            };
        }
        return value == null ? JSON : byValue(value);
    }

    private static ValueKind byValue(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> TEXT;
            case NUMBER -> NUMBER;
            case TRUE, FALSE -> FLAG;
            default -> JSON;
        };
    }

    /** What can be chosen; none if it is written. */
    List<String> choices(JsonObject schema) {
        if (this == FLAG) {
            return List.of("true", "false");
        }
        return this == CHOICE && schema.get("enum") instanceof JsonArray names
                ? names.stream().map(ValueKind::text).toList()
                : List.of();
    }

    /** A value as it stands in a field. */
    static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    /**
     * What was written in a field.
     *
     * @throws IllegalArgumentException if it is not of this kind; the message says what it must be
     */
    JsonValue read(String text) {
        return switch (this) {
            case TEXT, CHOICE -> Json.createValue(text);
            case NUMBER -> Json.createValue(number(text.strip()));
            case INTEGER -> Json.createValue(whole(text.strip()));
            case FLAG -> flag(text);
            case JSON -> json(text);
            case LOCKED -> throw new IllegalArgumentException("cannot be changed");
        };
    }

    private BigDecimal number(String text) {
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new IllegalArgumentException("must be " + words + ", such as 12.50");
    }

    private BigInteger whole(String text) {
        try {
            return number(text).toBigIntegerExact();
        } catch (ArithmeticException | IllegalArgumentException notWhole) {
            throw new IllegalArgumentException("must be " + words + ", such as 12", notWhole);
        }
    }

    private static JsonValue flag(String text) {
        return switch (text) {
            case "true" -> JsonValue.TRUE;
            case "false" -> JsonValue.FALSE;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static JsonValue json(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (!parser.hasNext()) {
                return value;
            }
        } catch (RuntimeException | StackOverflowError notJson) {
            throw new IllegalArgumentException("cannot be read as JSON", notJson);
        }
        throw new IllegalArgumentException("must be one JSON value");
    }
}
