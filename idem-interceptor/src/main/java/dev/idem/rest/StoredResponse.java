package dev.idem.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A response as it stands in a record: {@code {"status":201,"headers":{"Location":["…"]},"text":"…"}}, or
 * {@code "base64"} instead of {@code "text"}, or neither.
 *
 * @param status 200 to 299 if a method returned it, 200 to 599 if it is one of a refusal
 * @param headers values by name
 * @param body its body
 */
record StoredResponse(int status, Map<String, List<String>> headers, StoredBody body) {

    StoredResponse {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("a stored response has a status from 200 to 599, was " + status);
        }
        headers = Map.copyOf(headers);
    }

    String toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("status", status);
        if (!headers.isEmpty()) {
            JsonObjectBuilder fields = Json.createObjectBuilder();
            new TreeMap<>(headers).forEach((name, values) -> fields.add(name, array(values)));
            json.add("headers", fields);
        }
        if (body instanceof StoredBody.Text text) {
            json.add("text", text.entity());
        } else if (body instanceof StoredBody.Bytes bytes) {
            json.add("base64", bytes.base64());
        }
        return json.build().toString();
    }

    static StoredResponse fromJson(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<String, List<String>> headers = new TreeMap<>();
            if (json.containsKey("headers")) {
                json.getJsonObject("headers")
                        .forEach((name, values) -> headers.put(name, strings(values.asJsonArray())));
            }
            return new StoredResponse(json.getInt("status"), headers, body(json));
        }
    }

    private static StoredBody body(JsonObject json) {
        if (json.containsKey("text")) {
            return new StoredBody.Text(json.getString("text"));
        }
        return json.containsKey("base64") ? new StoredBody.Bytes(json.getString("base64")) : new StoredBody.None();
    }

    private static JsonArrayBuilder array(List<String> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array;
    }

    private static List<String> strings(JsonArray values) {
        return values.getValuesAs(JsonString::getString);
    }
}
