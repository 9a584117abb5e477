package dev.idem.admin.edit;

import dev.idem.inspect.OperationInfo;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/**
 * Arguments as they are and as a person wants them.
 *
 * @param faults what is wrong with them, empty if nothing is
 * @param changes what is changed
 */
public record Edit(List<Fault> faults, List<Change> changes) {

    /**
     * Compares.
     *
     * @param original the original, masked
     * @param edited what was typed
     */
    public static Edit of(String original, String edited, Optional<OperationInfo> operation) {
        JsonValue typed;
        try {
            typed = read(edited);
        } catch (JsonParsingException notJson) {
            return new Edit(List.of(new Fault(ArgumentCheck.WHOLE, where(notJson, edited.length()))), List.of());
        } catch (RuntimeException | StackOverflowError unreadable) {
            return new Edit(List.of(new Fault(ArgumentCheck.WHOLE, "cannot be read as JSON")), List.of());
        }
        return new Edit(ArgumentCheck.faults(typed, schema(operation)), Change.between(read(original), typed));
    }

    /** Of a text that ends too early, the parser names a place behind its end. */
    private static String where(JsonParsingException notJson, int length) {
        return "are not JSON: look at line " + notJson.getLocation().getLineNumber() + ", column "
                + Math.min(notJson.getLocation().getColumnNumber(), length);
    }

    /** Arguments as fields; none if they cannot be read, or there is no form for them. */
    static ArgumentFields fields(String arguments, Optional<OperationInfo> operation) {
        JsonValue value;
        try {
            value = read(arguments);
        } catch (RuntimeException | StackOverflowError unreadable) {
            return ArgumentFields.of(JsonValue.NULL, JsonValue.EMPTY_JSON_OBJECT);
        }
        return ArgumentFields.of(value, schema(operation));
    }

    private static JsonObject schema(Optional<OperationInfo> operation) {
        return operation
                .flatMap(OperationInfo::argumentSchema)
                .map(Edit::read)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The only value of a text. A reader would not look at what follows on it. */
    static JsonValue read(String json) {
        try (JsonParser parser = Json.createParser(new StringReader(json))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (parser.hasNext()) {
                throw new JsonParsingException("more than one value", parser.getLocation());
            }
            return value;
        }
    }
}
