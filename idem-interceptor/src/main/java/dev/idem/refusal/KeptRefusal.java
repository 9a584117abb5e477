package dev.idem.refusal;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A refusal as it stands in a record: {@code {"type":"com.acme.OutOfStock","message":"only 2 left","details":{"left":2}}}.
 *
 * @param type the name of the declared type
 * @param message its message
 * @param details the properties that its constructors take, by name, each as JSON
 */
record KeptRefusal(String type, Optional<String> message, Map<String, String> details) {

    KeptRefusal {
        TreeMap<String, String> spelled = new TreeMap<>();
        details.forEach((name, json) -> spelled.put(name, spelled(json)));
        details = spelled;
    }

    /** One spelling for each value, whoever wrote it. */
    private static String spelled(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue().toString();
        }
    }

    /** The text, always the same for the same refusal. */
    String toJson() {
        StringBuilder json = new StringBuilder("{\"type\":").append(quoted(type));
        message.ifPresent(text -> json.append(",\"message\":").append(quoted(text)));
        char separator = '{';
        if (!details.isEmpty()) {
            json.append(",\"details\":");
        }
        for (Map.Entry<String, String> detail : details.entrySet()) {
            json.append(separator).append(quoted(detail.getKey())).append(':').append(detail.getValue());
            separator = ',';
        }
        return json.append(details.isEmpty() ? "}" : "}}").toString();
    }

    private static String quoted(String text) {
        return Json.createValue(text).toString();
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if it is none of a refusal
     */
    static KeptRefusal parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<String, String> details = new TreeMap<>();
            if (json.containsKey("details")) {
                json.getJsonObject("details").forEach((name, value) -> details.put(name, value.toString()));
            }
            return new KeptRefusal(
                    json.getString("type"), Optional.ofNullable(json.getString("message", null)), details);
        } catch (JsonException | ClassCastException | NullPointerException notOne) {
            throw new IllegalArgumentException("the stored text is no refusal", notOne);
        }
    }
}
