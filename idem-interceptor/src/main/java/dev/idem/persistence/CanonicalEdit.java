package dev.idem.persistence;

import dev.idem.engine.Digest;
import dev.idem.inspect.RecordId;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells whether two edits are the same, in whatever order members of objects are written, and however numbers are. Its digest
 * is compared only, and never shown: from it a hidden value could be guessed.
 */
final class CanonicalEdit {

    private CanonicalEdit() {}

    /**
     * The digest of an edit.
     *
     * @param record the call that is edited
     * @param argumentsJson the arguments as they were edited, with masks
     */
    static Digest digest(RecordId record, String argumentsJson) {
        return Digest.ofTexts(record.hex(), canonical(argumentsJson));
    }

    /** What cannot be read stands for itself. */
    private static String canonical(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return canonical(reader.readValue());
        } catch (RuntimeException | StackOverflowError unreadable) {
            return json;
        }
    }

    private static String canonical(JsonValue value) {
        if (value instanceof JsonObject object) {
            return new TreeMap<>(object)
                    .entrySet().stream()
                            .map(member -> Json.createValue(member.getKey()) + ":" + canonical(member.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(CanonicalEdit::canonical).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof JsonNumber number
                ? number.bigDecimalValue().stripTrailingZeros().toString()
                : value.toString();
    }
}
