package dev.idem.cdi;

import dev.idem.IdempotentOperation;
import dev.idem.check.Candidate;
import dev.idem.engine.OperationCatalogue.Entry;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Describes operations for the catalogue. */
final class CatalogueEntries {

    private CatalogueEntries() {}

    static Entry of(Candidate candidate) {
        return new Entry(
                candidate.name(),
                candidate.bean().getName(),
                candidate.method().getName(),
                Arrays.stream(candidate.method().getGenericParameterTypes())
                        .map(Type::getTypeName)
                        .collect(Collectors.joining(", ")),
                candidate.settings().mode().name(),
                settings(candidate.settings()));
    }

    private static String settings(IdempotentOperation settings) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        Arrays.stream(IdempotentOperation.class.getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .forEach(attribute -> json.add(attribute.getName(), text(attribute, settings)));
        return json.build().toString();
    }

    private static String text(Method attribute, IdempotentOperation settings) {
        try {
            Object value = attribute.invoke(settings);
            return value instanceof Class<?>[] types
                    ? Arrays.stream(types).map(Class::getName).collect(Collectors.joining(", "))
                    : String.valueOf(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("attributes of a public annotation can be read", e);
        }
    }
}
