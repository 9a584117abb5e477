package dev.idem.key;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** The Bean Validation constraints of a parameter or member. By name, as not every server has them. */
final class Constraints {

    private static final String PACKAGE = "jakarta.validation.constraints";
    private static final Set<String> REQUIRED = Set.of("NotNull", "NotBlank", "NotEmpty");
    private static final Set<String> ABOUT_THE_ANNOTATION = Set.of("message", "groups", "payload");

    private Constraints() {}

    static boolean required(Class<?> type, AnnotatedElement place) {
        return type.isPrimitive() || of(place).anyMatch(each -> REQUIRED.contains(name(each)));
    }

    /** Constraint → its attributes, without message, groups and payload. */
    static JsonObject of(AnnotatedElement place, JsonBuilderFactory builders) {
        JsonObjectBuilder constraints = builders.createObjectBuilder();
        of(place).forEach(each -> constraints.add(name(each), attributes(each, builders)));
        return constraints.build();
    }

    private static Stream<Annotation> of(AnnotatedElement place) {
        return Arrays.stream(place.getAnnotations())
                .filter(each -> each.annotationType().getPackageName().equals(PACKAGE))
                .filter(each -> !each.annotationType().isMemberClass());
    }

    private static String name(Annotation constraint) {
        return constraint.annotationType().getSimpleName();
    }

    private static JsonObject attributes(Annotation constraint, JsonBuilderFactory builders) {
        JsonObjectBuilder attributes = builders.createObjectBuilder();
        for (Method attribute : constraint.annotationType().getDeclaredMethods()) {
            if (!ABOUT_THE_ANNOTATION.contains(attribute.getName())) {
                add(attributes, attribute, constraint);
            }
        }
        return attributes.build();
    }

    private static void add(JsonObjectBuilder attributes, Method attribute, Annotation constraint) {
        try {
            Object value = attribute.invoke(constraint);
            if (value instanceof Integer number) {
                attributes.add(attribute.getName(), number);
            } else if (value instanceof Long number) {
                attributes.add(attribute.getName(), number);
            } else if (value instanceof Boolean flag) {
                attributes.add(attribute.getName(), flag);
            } else if (value instanceof String text) {
                attributes.add(attribute.getName(), text);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("attributes of a public annotation can be read", e);
        }
    }
}
