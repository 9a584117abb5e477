package dev.idem.inspect;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Hides what is {@link dev.idem.Sensitive @Sensitive} in payloads, by the schema in the catalogue of operations: a tool has
 * not the application's classes. A value is shown only where the schema says what it is and does not call it sensitive; what
 * the schema does not know, does not fit, or cannot look into, is masked. {@code null} stays {@code null}.
 *
 * <p>A person who edits masked arguments leaves the mask where a value is to stay: {@link #restored} puts it back, in the
 * application, or in the store when the edit becomes a call of its own; never for a page. Stateless, for many threads at once.
 *
 * <p>A mask stands for the value of the original arguments. A hidden value that a person wrote in an earlier edit is shown as
 * {@value #EDITED_MASK}: it has to be written again, and is refused as it stands, so that no edit runs with a value nobody
 * meant.
 */
public final class Masks {

    /** Stands for a value that is not shown. */
    public static final String MASK = "(masked)";

    /** Stands for a value that is not shown, and that a person wrote. */
    public static final String EDITED_MASK = "(masked, edited)";

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private Masks() {}

    /**
     * Masks arguments.
     *
     * @param json a JSON array with one entry per parameter
     * @param schema {@link OperationInfo#argumentSchema}; without one all of it is masked
     * @return JSON
     */
    public static String arguments(String json, Optional<String> schema) {
        return arguments(json, schema, MASK);
    }

    /**
     * Masks arguments that a person wrote: their own masks stay, what they wrote is {@value #EDITED_MASK}.
     *
     * @param json a JSON array with one entry per parameter
     * @param schema {@link OperationInfo#argumentSchema}; without one all of it is masked
     * @return JSON
     */
    public static String editedArguments(String json, Optional<String> schema) {
        return arguments(json, schema, EDITED_MASK);
    }

    private static String arguments(String json, Optional<String> schema, String mask) {
        return masked(json, value -> new ArgumentMask(mask).masked(value, described(schema)), mask);
    }

    /** What cannot be taken apart, such as what is nested too deep, is masked as a whole. */
    private static String masked(String json, UnaryOperator<JsonValue> work, String mask) {
        try {
            return parsed(json).map(value -> work.apply(value).toString()).orElse('"' + mask + '"');
        } catch (StackOverflowError tooDeep) {
            return '"' + mask + '"';
        }
    }

    /**
     * Masks a result.
     *
     * @param json JSON
     * @param schema {@link OperationInfo#argumentSchema}; without one all of it is masked
     * @return JSON
     */
    public static String result(String json, Optional<String> schema) {
        Optional<JsonObject> result = described(schema).map(all -> SchemaMask.object(all, "result"));
        return masked(
                json, value -> new SchemaMask(MASK).masked(value, result.orElse(JsonValue.EMPTY_JSON_OBJECT)), MASK);
    }

    /**
     * Puts the original values back where a person left the mask. Within an array whose elements were added, removed or
     * moved, nobody knows which value a mask stands for.
     *
     * @param edited what the person wrote
     * @param original what was masked; empty if it is not there
     * @return JSON without masks; as it is if there was none
     * @throws IllegalArgumentException if a mask stands for no value, or nobody knows for which one, or a value has to be
     *     written again; the message names the place and no value
     */
    public static String restored(String edited, Optional<String> original) {
        return parsed(edited)
                .filter(Unmasking::masked)
                .map(value -> Unmasking.restored(value, original.flatMap(Masks::parsed))
                        .toString())
                .orElse(edited);
    }

    private static Optional<JsonObject> described(Optional<String> schema) {
        return schema.flatMap(Masks::parsed)
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject);
    }

    private static Optional<JsonValue> parsed(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return Optional.of(reader.readValue());
        } catch (RuntimeException | StackOverflowError notJson) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether a value is hidden: {@value #MASK} stands for it.
     *
     * @param value what stands there
     * @return true if it is hidden
     */
    public static boolean isMask(JsonValue value) {
        return is(value, MASK);
    }

    /**
     * Tells whether a value is hidden that a person wrote: {@value #EDITED_MASK} stands for it.
     *
     * @param value what stands there
     * @return true if it is hidden
     */
    public static boolean isEditedMask(JsonValue value) {
        return is(value, EDITED_MASK);
    }

    private static boolean is(JsonValue value, String mask) {
        return value instanceof JsonString text && text.getString().equals(mask);
    }

    /** Masks each argument by its parameter's schema. */
    private record ArgumentMask(String mask) {

        JsonValue masked(JsonValue arguments, Optional<JsonObject> schema) {
            Optional<JsonArray> parameters = schema.map(all -> all.get("parameters"))
                    .filter(JsonArray.class::isInstance)
                    .map(JsonValue::asJsonArray);
            if (parameters.isEmpty()
                    || !(arguments instanceof JsonArray given)
                    || given.size() != parameters.get().size()) {
                return Json.createValue(mask);
            }
            var shown = Json.createArrayBuilder();
            for (int i = 0; i < given.size(); i++) {
                JsonValue parameter = parameters.get().get(i);
                shown.add(new SchemaMask(mask).masked(given.get(i), SchemaMask.object(parameter, "schema")));
            }
            return shown.build();
        }
    }
}
