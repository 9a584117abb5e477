package dev.idem.key;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The schema of a type as JSON Binding writes it. Within itself a type is an object without members. For one type. */
final class TypeSchema {

    private static final Set<Class<?>> INTEGERS = Set.of(
            byte.class,
            short.class,
            int.class,
            long.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            java.math.BigInteger.class,
            java.util.OptionalInt.class,
            java.util.OptionalLong.class);
    private static final Map<String, String> FORMATS = Map.of(
            "java.time.LocalDate", "date",
            "java.time.Instant", "date-time",
            "java.time.OffsetDateTime", "date-time",
            "java.time.ZonedDateTime", "date-time",
            "java.time.LocalDateTime", "local-date-time",
            "java.time.LocalTime", "time",
            "java.time.Duration", "duration",
            "java.util.UUID", "uuid",
            "java.net.URI", "uri");

    private final JsonBuilderFactory builders;
    private final Set<Class<?>> inside = new HashSet<>();

    TypeSchema(JsonBuilderFactory builders) {
        this.builders = builders;
    }

    JsonObject of(Type type) {
        if (type instanceof Class<?> plain) {
            return plain(plain);
        }
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (type instanceof GenericArrayType array) {
            return array(array.getGenericComponentType());
        }
        return type instanceof WildcardType wildcard ? of(wildcard.getUpperBounds()[0]) : anything();
    }

    private JsonObject generic(Class<?> raw, Type[] arguments) {
        if (raw == Optional.class) {
            return of(arguments[0]);
        }
        if (Iterable.class.isAssignableFrom(raw)) {
            return array(arguments[0]);
        }
        return Map.class.isAssignableFrom(raw) && arguments.length == 2
                ? typed("object").add("additionalProperties", of(arguments[1])).build()
                : plain(raw);
    }

    private JsonObject plain(Class<?> type) {
        if (type.isArray()) {
            return array(type.getComponentType());
        }
        if (type.isEnum()) {
            JsonArrayBuilder names = builders.createArrayBuilder();
            Arrays.stream(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .forEach(names::add);
            return typed("string").add("enum", names).build();
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean").build();
        }
        if (INTEGERS.contains(type)) {
            return typed("integer").build();
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return typed("number").build();
        }
        if (type == char.class || type == Character.class || CharSequence.class.isAssignableFrom(type)) {
            return typed("string").build();
        }
        return JsonbClasses.boundByMembers(type) ? members(type) : platform(type);
    }

    private JsonObject platform(Class<?> type) {
        String name = type.getName();
        if (FORMATS.containsKey(name)) {
            return typed("string").add("format", FORMATS.get(name)).build();
        }
        if (Iterable.class.isAssignableFrom(type)) {
            return typed("array").build();
        }
        return name.startsWith("java.time.") ? typed("string").build() : unknown(type);
    }

    /** What is known not to hide anything marked may be shown as it is; the members of an {@code Object} nobody knows. */
    private JsonObject unknown(Class<?> type) {
        if (CarriableTypes.storedAsResponse(type)) {
            return response();
        }
        boolean plain = CarriableTypes.message(type)
                || type.getName().startsWith("jakarta.json.")
                || JsonbClasses.customised(type) && !Sensitivity.in(type);
        if (plain) {
            return whatever().build();
        }
        return JsonbClasses.platform(type) && !type.isInterface() && type != Object.class
                ? builders.createObjectBuilder()
                        .add("type", builders.createArrayBuilder(List.of("string", "number", "boolean")))
                        .build()
                : anything();
    }

    /** An HTTP response as it is stored: what its body is made of is known to the method only. */
    private JsonObject response() {
        JsonObject body = typed("string").add(OperationSchema.SENSITIVE, true).build();
        return typed("object")
                .add(
                        "properties",
                        builders.createObjectBuilder()
                                .add("status", typed("integer"))
                                .add("headers", whatever())
                                .add("text", body)
                                .add("base64", body))
                .add("required", builders.createArrayBuilder().add("status"))
                .build();
    }

    private JsonObjectBuilder whatever() {
        return builders.createObjectBuilder().add("additionalProperties", true);
    }

    private JsonObject members(Class<?> type) {
        if (!inside.add(type)) {
            return typed("object").build();
        }
        JsonObjectBuilder properties = builders.createObjectBuilder();
        JsonArrayBuilder required = builders.createArrayBuilder();
        for (Member member : Member.of(type)) {
            String name = member.jsonName(type);
            properties.add(name, described(member, SensitiveMembers.marked(type, member.name())));
            if (Constraints.required(member.raw(), member.place())) {
                required.add(name);
            }
        }
        inside.remove(type);
        return typed("object")
                .add("properties", properties)
                .add("required", required)
                .build();
    }

    private JsonObject described(Member member, boolean sensitive) {
        JsonObjectBuilder schema = builders.createObjectBuilder(of(member.type()));
        JsonObject constraints = Constraints.of(member.place(), builders);
        if (!constraints.isEmpty()) {
            schema.add("constraints", constraints);
        }
        return sensitive ? schema.add(OperationSchema.SENSITIVE, true).build() : schema.build();
    }

    private JsonObject array(Type element) {
        return typed("array").add("items", of(element)).build();
    }

    private JsonObjectBuilder typed(String type) {
        return builders.createObjectBuilder().add("type", type);
    }

    private JsonObject anything() {
        return builders.createObjectBuilder().build();
    }
}
