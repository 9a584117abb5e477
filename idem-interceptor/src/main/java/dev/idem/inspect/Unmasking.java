package dev.idem.inspect;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts values back where masks stand, by their path. */
final class Unmasking {

    private Unmasking() {}

    /** Tells whether there is a mask in it. */
    static boolean masked(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.values().stream().anyMatch(Unmasking::masked);
        }
        return value instanceof JsonArray array ? array.stream().anyMatch(Unmasking::masked) : mask(value);
    }

    private static boolean mask(JsonValue value) {
        return Masks.isMask(value) || Masks.isEditedMask(value);
    }

    static JsonValue restored(JsonValue edited, Optional<JsonValue> original) {
        return restored(edited, original, "");
    }

    private static JsonValue restored(JsonValue edited, Optional<JsonValue> original, String path) {
        if (!masked(edited)) {
            return edited;
        }
        if (Masks.isEditedMask(edited)) {
            throw refused(path, "stands for what was written in an earlier edit: write the value again");
        }
        if (Masks.isMask(edited)) {
            return original.orElseThrow(
                    () -> refused(path, "stands for nothing that is known: write the value, or leave it out"));
        }
        return edited instanceof JsonObject object
                ? members(object, original.filter(JsonObject.class::isInstance), path)
                : elements(edited.asJsonArray(), original.filter(JsonArray.class::isInstance), path);
    }

    private static JsonValue members(JsonObject edited, Optional<JsonValue> original, String path) {
        JsonObjectBuilder restored = Json.createObjectBuilder();
        edited.forEach(
                (name, member) -> restored.add(name, restored(member, member(original, name), path + "/" + name)));
        return restored.build();
    }

    private static Optional<JsonValue> member(Optional<JsonValue> object, String name) {
        return object.flatMap(value -> Optional.ofNullable(value.asJsonObject().get(name)));
    }

    private static JsonValue elements(JsonArray edited, Optional<JsonValue> original, String path) {
        JsonArray before = original.map(JsonValue::asJsonArray).orElse(JsonValue.EMPTY_JSON_ARRAY);
        if (before.size() != edited.size() || moved(edited, before)) {
            throw refused(path, "is in a list whose elements were added, removed or moved: write the values");
        }
        JsonArrayBuilder restored = Json.createArrayBuilder();
        for (int i = 0; i < edited.size(); i++) {
            restored.add(restored(edited.get(i), Optional.of(before.get(i)), path + "/" + i));
        }
        return restored.build();
    }

    /** Tells whether an element with a mask is not what it was, but what another one was. */
    private static boolean moved(JsonArray edited, JsonArray before) {
        return IntStream.range(0, edited.size())
                .filter(i -> masked(edited.get(i)) && !shows(edited.get(i), before.get(i)))
                .anyMatch(i -> before.stream().anyMatch(other -> shows(edited.get(i), other)));
    }

    /** Tells whether a masked value may be a view of a whole one. */
    private static boolean shows(JsonValue view, JsonValue whole) {
        if (mask(view)) {
            return true;
        }
        if (view instanceof JsonObject one && whole instanceof JsonObject other) {
            return one.keySet().equals(other.keySet())
                    && one.entrySet().stream()
                            .allMatch(member ->
                                    shows(member.getValue(), other.getOrDefault(member.getKey(), JsonValue.NULL)));
        }
        if (view instanceof JsonArray one && whole instanceof JsonArray other) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size()).allMatch(i -> shows(one.get(i), other.get(i)));
        }
        return view.equals(whole);
    }

    private static IllegalArgumentException refused(String path, String why) {
        return new IllegalArgumentException("the mask at " + (path.isEmpty() ? "the top" : path) + " " + why);
    }
}
