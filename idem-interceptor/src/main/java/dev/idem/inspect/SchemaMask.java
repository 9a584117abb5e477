package dev.idem.inspect;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Masks values by their schemas. */
final class SchemaMask {

    private static final String SENSITIVE = "sensitive";
    private static final String FURTHER = "additionalProperties";

    private final String mask;

    /**
     * With a mask of its own.
     *
     * @param mask stands for what is not shown and is no mask already
     */
    SchemaMask(String mask) {
        this.mask = mask;
    }

    /** A member that is an object; an empty one, which describes nothing, if it is not. */
    static JsonObject object(JsonValue value, String name) {
        return value instanceof JsonObject object && object.get(name) instanceof JsonObject member
                ? member
                : JsonValue.EMPTY_JSON_OBJECT;
    }

    JsonValue masked(JsonValue value, JsonObject schema) {
        if (value == JsonValue.NULL) {
            return value;
        }
        if (schema.getBoolean(SENSITIVE, false)) {
            return mask(value);
        }
        if (!schema.containsKey("type")) {
            return anything(schema) ? value : mask(value);
        }
        return switch (value.getValueType()) {
            case OBJECT -> has(schema, "object") ? members(value.asJsonObject(), schema) : mask(value);
            case ARRAY -> has(schema, "array") ? elements(value.asJsonArray(), schema) : mask(value);
            case STRING -> has(schema, "string") && listed((JsonString) value, schema) ? value : mask(value);
            case NUMBER -> has(schema, "number") || has(schema, "integer") ? value : mask(value);
            case TRUE, FALSE -> has(schema, "boolean") ? value : mask(value);
            case NULL -> value;
        };
    }

    private static boolean anything(JsonObject schema) {
        return schema.get(FURTHER) == JsonValue.TRUE;
    }

    private static boolean has(JsonObject schema, String type) {
        JsonValue types = schema.get("type");
        JsonString wanted = Json.createValue(type);
        return wanted.equals(types) || types instanceof JsonArray several && several.contains(wanted);
    }

    private static boolean listed(JsonString value, JsonObject schema) {
        return !(schema.get("enum") instanceof JsonArray names) || names.contains(value);
    }

    private JsonValue members(JsonObject value, JsonObject schema) {
        JsonObject known = object(schema, "properties");
        JsonObject further = object(schema, FURTHER);
        JsonObjectBuilder shown = Json.createObjectBuilder();
        value.forEach((name, member) -> shown.add(
                name,
                anything(schema) ? member : masked(member, known.containsKey(name) ? object(known, name) : further)));
        return shown.build();
    }

    private JsonValue elements(JsonArray value, JsonObject schema) {
        JsonArrayBuilder shown = Json.createArrayBuilder();
        value.forEach(element -> shown.add(masked(element, object(schema, "items"))));
        return shown.build();
    }

    /** A person's own mask stays what it is. */
    private JsonValue mask(JsonValue value) {
        return Masks.isMask(value) ? value : Json.createValue(mask);
    }
}
