package dev.idem.admin.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Completes the schemas of our records in the document when it is made: the names of enums that are the library's, and which
 * fields are always there. A field that may be absent is not {@code null}.
 */
final class SchemaRecords {

    private final Map<String, Class<?>> records = new LinkedHashMap<>();

    /**
     * Finds the records.
     *
     * @param names of schemas
     */
    SchemaRecords(Set<String> names) {
        names.forEach(name -> top(name).ifPresent(this::add));
    }

    private static Optional<Class<?>> top(String name) {
        try {
            return Optional.of(Class.forName(
                    SchemaRecords.class.getPackageName() + "." + name, false, SchemaRecords.class.getClassLoader()));
        } catch (ClassNotFoundException nested) {
            return Optional.empty();
        }
    }

    private void add(Class<?> type) {
        if (type.isRecord() && records.putIfAbsent(type.getSimpleName(), type) == null) {
            components(type).forEach(component -> add(inner(component.getGenericType())));
        }
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents());
    }

    void complete(String name, Schema schema) {
        Class<?> type = records.get(name);
        if (type != null) {
            schema.setRequired(components(type)
                    .filter(component -> component.getType() != Optional.class)
                    .map(RecordComponent::getName)
                    .toList());
            components(type).forEach(component -> complete(component, schema));
        }
    }

    private static void complete(RecordComponent component, Schema schema) {
        Class<?> type = inner(component.getGenericType());
        if (type.isEnum()) {
            Optional.ofNullable(schema.getProperties().get(component.getName()))
                    .ifPresent(property -> schema.addProperty(component.getName(), named(type, property)));
        }
    }

    private static Schema named(Class<?> type, Schema property) {
        if (property.getRef() != null) {
            return property;
        }
        Schema names = OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .enumeration(Arrays.stream(type.getEnumConstants())
                        .<Object>map(Object::toString)
                        .toList());
        return property.getItems() == null
                ? names
                : OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(names);
    }

    /** What stands in an {@code Optional}, a list, or both. */
    private static Class<?> inner(Type type) {
        return type instanceof ParameterizedType generic ? inner(generic.getActualTypeArguments()[0]) : (Class<?>) type;
    }
}
