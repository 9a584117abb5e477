package dev.idem.admin.edit;

import dev.idem.inspect.Masks;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arguments as fields, one for each value, by the schema in the catalogue and what is there. Entries of lists are neither added
 * nor removed here: that takes JSON.
 *
 * @param arguments what the fields are made of
 * @param fields one for each value; none if there is no form for these arguments
 */
record ArgumentFields(JsonValue arguments, List<ValueField> fields) {

    /** More are better read as JSON. */
    private static final int MOST = 200;

    private static final String PROPERTIES = "properties";

    /**
     * Makes the fields.
     *
     * @param schema as the catalogue has it; an empty object if it is not known
     */
    static ArgumentFields of(JsonValue arguments, JsonObject schema) {
        List<ValueField> fields = new ArrayList<>();
        if (arguments instanceof JsonArray given
                && schema.get("parameters") instanceof JsonArray parameters
                && given.size() == parameters.size()) {
            for (int i = 0; i < given.size(); i++) {
                parameter(given.get(i), parameters.getJsonObject(i), i, fields);
            }
        }
        return new ArgumentFields(arguments, fields.size() > MOST ? List.of() : List.copyOf(fields));
    }

    private static void parameter(JsonValue value, JsonObject parameter, int number, List<ValueField> fields) {
        String pointer = "/" + number;
        String name = parameter.getString("name", Integer.toString(number));
        if (parameter.getBoolean("injected", false)) {
            fields.add(ValueField.of(pointer, name, ValueKind.LOCKED, List.of(), false, value));
        } else {
            value(
                    pointer,
                    name,
                    value,
                    ArgumentCheck.object(parameter, "schema"),
                    parameter.getBoolean("required", false),
                    fields);
        }
    }

    private static void value(
            String pointer,
            String place,
            @Nullable JsonValue value,
            JsonObject schema,
            boolean required,
            List<ValueField> fields) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            members(pointer, place, object, schema, fields);
        } else if (value instanceof JsonArray array && !array.isEmpty()) {
            for (int i = 0; i < array.size(); i++) {
                value(
                        pointer + "/" + i,
                        place + "/" + i,
                        array.get(i),
                        ArgumentCheck.object(schema, "items"),
                        true,
                        fields);
            }
        } else {
            ValueKind kind = ValueKind.of(value == null || Masks.isMask(value) ? null : value, schema);
            fields.add(ValueField.of(pointer, place, kind, kind.choices(schema), required, value));
        }
    }

    private static void members(
            String pointer, String place, JsonObject object, JsonObject schema, List<ValueField> fields) {
        JsonObject known = ArgumentCheck.object(schema, PROPERTIES);
        Set<String> names = new LinkedHashSet<>(known.keySet());
        names.addAll(object.keySet());
        Set<String> required = schema.get("required") instanceof JsonArray list
                ? Set.copyOf(list.getValuesAs(JsonString::getString))
                : Set.of();
        for (String name : names) {
            value(
                    pointer + "/" + Json.encodePointer(name),
                    place + "/" + name,
                    object.get(name),
                    known.containsKey(name)
                            ? ArgumentCheck.object(known, name)
                            : ArgumentCheck.object(schema, "additionalProperties"),
                    required.contains(name),
                    fields);
        }
    }

    /** With what somebody typed into them. */
    ArgumentFields typed(TypedFields typed) {
        return new ArgumentFields(
                arguments,
                fields.stream()
                        .map(field -> typed.has(field.pointer())
                                ? field.typed(typed.text(field.pointer()), typed.nothing(field.pointer()))
                                : field)
                        .toList());
    }

    /** With what is wrong with the arguments they make. */
    ArgumentFields wrong(List<Fault> faults) {
        return new ArgumentFields(
                arguments,
                fields.stream()
                        .map(field -> faults.stream()
                                .filter(fault -> fault.place().equals(field.place()))
                                .findFirst()
                                .map(fault -> field.wrong(fault.text()))
                                .orElse(field))
                        .toList());
    }

    /** What cannot be read. */
    List<Fault> faults() {
        return fields.stream()
                .filter(field -> !field.fault().isEmpty())
                .map(field -> new Fault(field.place(), field.fault()))
                .toList();
    }

    /** The arguments with what was typed; values nobody touched, or that cannot be read, are as they were. */
    JsonValue changed() {
        JsonStructure changed = arguments instanceof JsonStructure structure ? structure : JsonValue.EMPTY_JSON_ARRAY;
        for (ValueField field :
                fields.stream().filter(each -> each.fault().isEmpty()).toList()) {
            JsonStructure current = changed;
            JsonPointer pointer = Json.createPointer(field.pointer());
            changed = field.change()
                    .map(value -> pointer.containsValue(current)
                            ? pointer.replace(current, value)
                            : pointer.add(current, value))
                    .orElse(current);
        }
        return changed;
    }
}
