package dev.idem.admin.edit;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value that an edit changes.
 *
 * @param place the way to it, such as {@code 0/lines/1/quantity}
 * @param before its JSON before, "" if it was not there
 * @param after its JSON afterwards, "" if it is gone
 */
public record Change(String place, String before, String after) {

    /** What differs between two texts, value by value, in the order of the first. */
    static List<Change> between(JsonValue before, JsonValue after) {
        Map<String, String> old = values(before);
        Map<String, String> edited = values(after);
        Set<String> places = new LinkedHashSet<>(old.keySet());
        places.addAll(edited.keySet());
        return places.stream()
                .map(place -> new Change(place, old.getOrDefault(place, ""), edited.getOrDefault(place, "")))
                .filter(change -> !change.before.equals(change.after))
                .toList();
    }

    private static Map<String, String> values(JsonValue value) {
        Map<String, String> values = new LinkedHashMap<>();
        collect(value, "", values);
        return values;
    }

    private static void collect(JsonValue value, String place, Map<String, String> values) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            object.forEach((name, member) -> collect(member, below(place, name), values));
        } else if (value instanceof JsonArray array && !array.isEmpty()) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), below(place, Integer.toString(i)), values);
            }
        } else {
            values.put(place, value.toString());
        }
    }

    private static String below(String place, String name) {
        return Optional.of(place)
                        .filter(text -> !text.isEmpty())
                        .map(text -> text + "/")
                        .orElse("")
                + name;
    }
}
