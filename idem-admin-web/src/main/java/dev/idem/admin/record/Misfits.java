package dev.idem.admin.record;

import dev.idem.inspect.Masks;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the arguments of a call do not fit its method any more, because the application changed since: a value that the catalogue's
 * schema does not know, needs, or has of another type, which is why it is masked without being sensitive. For one use.
 */
final class Misfits {

    private static final int MOST = 3;

    private final List<String> found = new ArrayList<>();

    private Misfits() {}

    /**
     * Compares.
     *
     * @param arguments as they are kept, masked
     * @param schema as the catalogue has it
     * @return what does not fit, three at most; empty if all does, or nobody knows
     */
    static List<String> of(Optional<String> arguments, Optional<String> schema) {
        if (arguments.isEmpty() || schema.isEmpty()) {
            return List.of();
        }
        Misfits misfits = new Misfits();
        try {
            if (read(schema.get()) instanceof JsonObject described
                    && described.get("parameters") instanceof JsonArray parameters) {
                misfits.parameters(read(arguments.get()), parameters);
            }
        } catch (JsonException | ClassCastException | StackOverflowError unreadable) {
            return List.of();
        }
        return misfits.found.stream().limit(MOST).toList();
    }

    private static JsonValue read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private void parameters(JsonValue arguments, JsonArray parameters) {
        if (!(arguments instanceof JsonArray given) || given.size() != parameters.size()) {
            found.add("the method has another number of parameters");
            return;
        }
        for (int i = 0; i < given.size(); i++) {
            JsonObject parameter = parameters.getJsonObject(i);
            if (!parameter.getBoolean("injected", false)) {
                value(given.get(i), object(parameter, "schema"), parameter.getString("name", Integer.toString(i)));
            }
        }
    }

    private void value(JsonValue value, JsonObject schema, String place) {
        if (Masks.isMask(value)) {
            if (!schema.getBoolean("sensitive", false) && schema.containsKey("type")) {
                found.add(place + " is of another type");
            }
        } else if (value instanceof JsonObject object) {
            members(object, schema, place);
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                value(array.get(i), object(schema, "items"), place + "/" + i);
            }
        }
    }

    private void members(JsonObject value, JsonObject schema, String place) {
        if (!(schema.get("properties") instanceof JsonObject known)) {
            return;
        }
        boolean open = schema.containsKey("additionalProperties");
        value.forEach((name, member) -> {
            if (known.containsKey(name)) {
                value(member, object(known, name), place + "/" + name);
            } else if (!open) {
                found.add(place + "/" + name + " is not known");
            }
        });
        if (schema.get("required") instanceof JsonArray required) {
            required.getValuesAs(JsonString::getString).stream()
                    .filter(name -> !value.containsKey(name))
                    .forEach(name -> found.add(place + "/" + name + " is missing"));
        }
    }

    private static JsonObject object(JsonObject value, String name) {
        return value.get(name) instanceof JsonObject member ? member : JsonValue.EMPTY_JSON_OBJECT;
    }
}
