package dev.idem.key;

import dev.idem.Sensitive;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Map;

/**
 * Describes the arguments and the result of an operation for a form: {@code {"parameters":[{"name":…,"injected":…,
 * "required":…,"schema":{…}}],"result":{…}}}, where a schema is a small part of JSON Schema (draft 2020-12): {@code type},
 * {@code format}, {@code enum}, {@code items}, {@code properties}, {@code required}, {@code additionalProperties}, with
 * {@code constraints} for Bean Validation and {@code "sensitive":true} for what is {@link Sensitive}. An empty schema is of a
 * type nobody can look into; {@code "additionalProperties":true} means anything, with nothing marked in it. Stateless.
 */
public final class OperationSchema {

    static final String SENSITIVE = "sensitive";

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private OperationSchema() {}

    /**
     * Describes a method.
     *
     * @param method the method as declared in its class
     * @return a JSON object
     */
    public static String of(Method method) {
        JsonArrayBuilder parameters = BUILDERS.createArrayBuilder();
        for (Parameter parameter : method.getParameters()) {
            parameters.add(described(parameter));
        }
        JsonObjectBuilder schema = BUILDERS.createObjectBuilder().add("parameters", parameters);
        if (!ResultTypes.none(method)) {
            schema.add("result", schema(method, ResultTypes.of(method)));
        }
        return schema.build().toString();
    }

    private static JsonObject schema(AnnotatedElement place, Type type) {
        JsonObject schema = new TypeSchema(BUILDERS).of(type);
        return place.isAnnotationPresent(Sensitive.class)
                ? BUILDERS.createObjectBuilder(schema).add(SENSITIVE, true).build()
                : schema;
    }

    private static JsonObject described(Parameter parameter) {
        JsonObjectBuilder described = BUILDERS.createObjectBuilder()
                .add("name", parameter.getName())
                .add("injected", CarriableTypes.injected(parameter))
                .add("required", Constraints.required(parameter.getType(), parameter))
                .add("schema", schema(parameter, parameter.getParameterizedType()));
        JsonObject constraints = Constraints.of(parameter, BUILDERS);
        return constraints.isEmpty()
                ? described.build()
                : described.add("constraints", constraints).build();
    }
}
