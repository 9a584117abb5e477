package dev.idem.admin.settings;

import dev.idem.inspect.OperationInfo;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/**
 * What an operation announced as its settings in force.
 *
 * @param name the operation's name
 * @param application its application
 * @param method what runs it
 * @param settings each attribute with its value
 */
public record OperationSettings(String name, String application, String method, List<Value> settings) {

    /** As its application announced it. */
    public static OperationSettings of(OperationInfo info) {
        return new OperationSettings(info.operation(), info.application(), info.signature(), values(info.settings()));
    }

    /** What another version of Idem announced in another way is shown as it is. */
    private static List<Value> values(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject().entrySet().stream().map(Value::of).toList();
        } catch (JsonException other) {
            return List.of(new Value("settings", json));
        }
    }

    /**
     * An attribute of {@code @IdempotentOperation} with its value.
     *
     * @param name the attribute
     * @param value in words
     */
    public record Value(String name, String value) {

        private static Value of(Map.Entry<String, JsonValue> entry) {
            String value = entry.getValue() instanceof JsonString text
                    ? text.getString()
                    : entry.getValue().toString();
            return new Value(entry.getKey(), value.isEmpty() ? "—" : value);
        }
    }
}
