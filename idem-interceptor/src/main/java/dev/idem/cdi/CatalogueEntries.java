package dev.idem.cdi;

import dev.idem.IdempotentOperation;
import dev.idem.check.Candidate;
import dev.idem.engine.OperationCatalogue.Entry;
import dev.idem.key.OperationSchema;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Describes operations for the catalogue. */
final class CatalogueEntries {

    private static final int LONGEST_REASON = 500;

    private final Replayability replayability;

    CatalogueEntries(Replayability replayability) {
        this.replayability = replayability;
    }

    Entry of(Candidate candidate) {
        return new Entry(
                candidate.name(),
                candidate.bean().getName(),
                candidate.method().getName(),
                Arrays.stream(candidate.method().getGenericParameterTypes())
                        .map(Type::getTypeName)
                        .collect(Collectors.joining(", ")),
                candidate.settings().mode().name(),
                settings(candidate.settings()),
                OperationSchema.of(candidate.method()),
                replayability.problem(candidate).map(CatalogueEntries::cut));
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
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
