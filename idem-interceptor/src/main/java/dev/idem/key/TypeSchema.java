package dev.idem.key;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.AnnotatedElement;
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
        return name.startsWith("java.time.") ? typed("string").build() : anything();
    }

    private JsonObject members(Class<?> type) {
        if (!inside.add(type)) {
            return typed("object").build();
        }
        JsonObjectBuilder properties = builders.createObjectBuilder();
        JsonArrayBuilder required = builders.createArrayBuilder();
        for (Member member : Member.of(type)) {
            properties.add(member.name(), described(member));
            if (Constraints.required(member.raw(), member.place())) {
                required.add(member.name());
            }
        }
        inside.remove(type);
        return typed("object")
                .add("properties", properties)
                .add("required", required)
                .build();
    }

    private JsonObject described(Member member) {
        JsonObject schema = of(member.type());
        JsonObject constraints = Constraints.of(member.place(), builders);
        return constraints.isEmpty()
                ? schema
                : builders.createObjectBuilder(schema)
                        .add("constraints", constraints)
                        .build();
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

    /**
     * A member that JSON Binding sees by default.
     *
     * @param place where its annotations are
     */
    record Member(String name, Class<?> raw, Type type, AnnotatedElement place) {

        static List<Member> of(Class<?> type) {
            return type.isRecord() ? components(type) : PublicMembers.of(type);
        }

        private static List<Member> components(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(each -> new Member(
                            each.getName(), each.getType(), each.getGenericType(), field(type, each.getName(), each)))
                    .toList();
        }

        /** Constraints stand on a component's field too, whatever their targets are. */
        private static AnnotatedElement field(Class<?> type, String name, AnnotatedElement otherwise) {
            try {
                return type.getDeclaredField(name);
            } catch (NoSuchFieldException e) {
                return otherwise;
            }
        }
    }
}
