package dev.idem.admin.settings;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the schema of an operation in the catalogue says that a value is sensitive. */
final class SensitivePlaces {

    private static final String ELEMENT = "[]";

    private final List<String> found = new ArrayList<>();

    private SensitivePlaces() {}

    /** Places such as {@code order.card.number}, {@code lines[].note} or {@code result}; none if the schema cannot be read. */
    static List<String> of(String schema) {
        SensitivePlaces places = new SensitivePlaces();
        try (JsonReader reader = Json.createReader(new StringReader(schema))) {
            JsonObject all = reader.readObject();
            if (all.get("parameters") instanceof JsonArray parameters) {
                parameters.forEach(places::parameter);
            }
            places.look("result", all.get("result"));
        } catch (JsonException | ClassCastException | StackOverflowError unreadable) {
            return List.of();
        }
        return List.copyOf(places.found);
    }

    private void parameter(JsonValue parameter) {
        JsonObject object = parameter.asJsonObject();
        look(object.getString("name", "argument"), object.get("schema"));
    }

    private void look(String place, @Nullable JsonValue schema) {
        if (!(schema instanceof JsonObject object)) {
            return;
        }
        if (object.getBoolean("sensitive", false)) {
            found.add(place);
            return;
        }
        if (object.get("properties") instanceof JsonObject members) {
            members.forEach((name, member) -> look(place + "." + name, member));
        }
        look(place + ELEMENT, object.get("items"));
        look(place + ".*", object.get("additionalProperties"));
    }
}
