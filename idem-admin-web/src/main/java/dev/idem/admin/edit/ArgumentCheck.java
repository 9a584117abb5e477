package dev.idem.admin.edit;

import dev.idem.inspect.Masks;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares edited arguments with the schema in the catalogue, so that most mistakes are told before anything is asked for.
 * The application checks them once more, by its own types and their constraints. For one use.
 */
final class ArgumentCheck {

    /** Stands for all of them. */
    static final String WHOLE = "arguments";

    private static final String TYPE = "type";
    private static final String NUMBER = "number";
    private static final String INTEGER = "integer";
    private static final String PROPERTIES = "properties";
    private static final String FURTHER = "additionalProperties";
    private static final String REQUIRED = "required";

    private final List<Fault> faults = new ArrayList<>();

    private ArgumentCheck() {}

    /**
     * Checks all arguments.
     *
     * @param schema as the catalogue has it; an empty object if it is not known
     */
    static List<Fault> faults(JsonValue arguments, JsonObject schema) {
        ArgumentCheck check = new ArgumentCheck();
        if (!(arguments instanceof JsonArray array)) {
            check.add(WHOLE, "must be a list in brackets, with one entry for each parameter");
        } else if (schema.get("parameters") instanceof JsonArray parameters) {
            check.parameters(array, parameters);
        }
        return check.faults;
    }

    private void parameters(JsonArray arguments, JsonArray parameters) {
        if (arguments.size() != parameters.size()) {
            add(
                    WHOLE,
                    "must have " + parameters.size() + " entries, one for each parameter, and has " + arguments.size());
            return;
        }
        for (int i = 0; i < arguments.size(); i++) {
            JsonObject parameter = parameters.getJsonObject(i);
            if (!parameter.getBoolean("injected", false)) {
                String name = parameter.getString("name", Integer.toString(i));
                required(arguments.get(i), parameter.getBoolean(REQUIRED, false), name);
                value(arguments.get(i), object(parameter, "schema"), name);
            }
        }
    }

    private void required(JsonValue value, boolean required, String place) {
        if (required && value == JsonValue.NULL) {
            add(place, "must not be null");
        }
    }

    private void value(JsonValue value, JsonObject schema, String place) {
        if (Masks.isEditedMask(value)) {
            add(place, "was written before and is hidden: write it again, or (masked) for the value that came");
            return;
        }
        if (value == JsonValue.NULL || Masks.isMask(value) || !schema.containsKey(TYPE)) {
            return;
        }
        Set<String> types = types(schema);
        String type = type(value, types);
        if (!types.contains(type)) {
            add(place, "must be " + words(types) + ", not " + word(type));
            return;
        }
        switch (value.getValueType()) {
            case OBJECT -> members(value.asJsonObject(), schema, place);
            case ARRAY -> elements(value.asJsonArray(), schema, place);
            case STRING -> listed((JsonString) value, schema, place);
            default -> {
                // its type says it all
            }
        }
    }

    private void members(JsonObject value, JsonObject schema, String place) {
        JsonObject known = object(schema, PROPERTIES);
        boolean open = schema.get(FURTHER) == JsonValue.TRUE || schema.get(FURTHER) instanceof JsonObject;
        value.forEach((name, member) -> {
            String inside = place + "/" + name;
            if (known.containsKey(name)) {
                value(member, object(known, name), inside);
            } else if (open) {
                value(member, object(schema, FURTHER), inside);
            } else {
                add(inside, "is no property of this type");
            }
        });
        names(schema.get(REQUIRED)).forEach(name -> {
            if (!value.containsKey(name)) {
                add(place + "/" + name, "is missing");
            } else {
                required(value.get(name), true, place + "/" + name);
            }
        });
    }

    private void elements(JsonArray value, JsonObject schema, String place) {
        for (int i = 0; i < value.size(); i++) {
            value(value.get(i), object(schema, "items"), place + "/" + i);
        }
    }

    private void listed(JsonString value, JsonObject schema, String place) {
        Set<String> allowed = names(schema.get("enum"));
        if (!allowed.isEmpty() && !allowed.contains(value.getString())) {
            add(place, "must be one of " + String.join(", ", allowed));
        }
    }

    private void add(String place, String text) {
        faults.add(new Fault(place, text));
    }

    /** A member that is an object; an empty one, which says nothing, if it is not. */
    static JsonObject object(JsonObject value, String name) {
        return value.get(name) instanceof JsonObject member ? member : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static Set<String> types(JsonObject schema) {
        JsonValue type = schema.get(TYPE);
        return type instanceof JsonString one ? Set.of(one.getString()) : names(type);
    }

    private static Set<String> names(@Nullable JsonValue list) {
        return list instanceof JsonArray names
                ? names.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    /** A whole number is a number, too. */
    private static String type(JsonValue value, Set<String> wanted) {
        return switch (value.getValueType()) {
            case NUMBER -> ((JsonNumber) value).isIntegral() && wanted.contains(INTEGER) ? INTEGER : NUMBER;
            case TRUE, FALSE -> "boolean";
            default -> value.getValueType().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String words(Set<String> types) {
        return types.stream().sorted().map(ArgumentCheck::word).collect(Collectors.joining(" or "));
    }

    private static String word(String type) {
        return switch (type) {
            case "array" -> "a list";
            case INTEGER -> "a whole number";
            case "boolean" -> "true or false";
            case "string" -> "a text";
            case "object" -> "an object";
            default -> "a " + type;
        };
    }
}
