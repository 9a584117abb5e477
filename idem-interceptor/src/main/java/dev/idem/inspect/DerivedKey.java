package dev.idem.inspect;

import dev.idem.engine.Digest;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The key under which an edit runs that is to be a call of its own. It follows from the call and the edited arguments: the same
 * edit has the same key, however often it is asked for, whoever asks, and in whatever order members of objects are written. Stateless,
 * for many threads at once.
 */
public final class DerivedKey {

    /** Stands between the key it comes from and what tells the edit. */
    public static final String SEPARATOR = "~";

    private static final int LONGEST_KEY = 255;
    private static final int DIGITS = 16;

    private DerivedKey() {}

    /**
     * The key.
     *
     * @param record the call that is edited
     * @param key its key
     * @param argumentsJson the arguments as they were edited, with masks
     * @return the beginning of the key, {@value #SEPARATOR} and 16 hexadecimal digits; 255 characters at most
     */
    public static String of(RecordId record, String key, String argumentsJson) {
        String edit =
                Digest.ofTexts(record.hex(), canonical(argumentsJson)).hex().substring(0, DIGITS);
        int room = LONGEST_KEY - DIGITS - SEPARATOR.length();
        return cut(key, room) + SEPARATOR + edit;
    }

    private static String cut(String key, int longest) {
        if (key.length() <= longest) {
            return key;
        }
        return key.substring(0, Character.isHighSurrogate(key.charAt(longest - 1)) ? longest - 1 : longest);
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
            return array.stream().map(DerivedKey::canonical).collect(Collectors.joining(",", "[", "]"));
        }
        return value.toString();
    }
}
