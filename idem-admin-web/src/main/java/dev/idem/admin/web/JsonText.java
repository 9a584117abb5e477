package dev.idem.admin.web;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/**
 * JSON for people to read, as text.
 *
 * @param text indented; as it is if it cannot be read
 * @param cut whether only its beginning is shown
 */
public record JsonText(String text, boolean cut) {

    private static final int LONGEST = 100_000;
    private static final int LONGEST_INDENTED = 500_000;
    private static final Map<String, Object> INDENTED = Map.of(JsonGenerator.PRETTY_PRINTING, true);

    /** What is stored, for people. */
    public static JsonText of(String json) {
        String text = json.length() > LONGEST_INDENTED ? json : indented(json);
        return text.length() > LONGEST ? new JsonText(text.substring(0, LONGEST), true) : new JsonText(text, false);
    }

    private static String indented(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonValue value = reader.readValue();
            return value instanceof JsonStructure structure ? indented(structure) : json;
        } catch (RuntimeException | StackOverflowError unreadable) {
            return json;
        }
    }

    private static String indented(JsonStructure value) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(INDENTED).createWriter(text)) {
            writer.write(value);
        }
        return text.toString().strip();
    }
}
