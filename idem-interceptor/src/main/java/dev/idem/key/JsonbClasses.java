package dev.idem.key;

import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** What Jakarta JSON Binding makes of classes. */
final class JsonbClasses {

    private static final String ANNOTATIONS = "jakarta.json.bind.annotation.";

    private JsonbClasses() {}

    /** Tells whether a class has a word of its own about its JSON form, so that nothing is certain. */
    static boolean customised(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(annotation -> annotation.getName().startsWith(ANNOTATIONS));
    }

    /** Tells whether a class is bound member by member: no basic type, container or enum. */
    static boolean boundByMembers(Class<?> type) {
        return !type.isPrimitive()
                && !type.isArray()
                && !type.isEnum()
                && !platform(type)
                && !Iterable.class.isAssignableFrom(type)
                && !java.util.Map.class.isAssignableFrom(type)
                && !Number.class.isAssignableFrom(type)
                && !customised(type);
    }

    static boolean isAbstract(Class<?> type) {
        return Modifier.isAbstract(type.getModifiers());
    }

    /** Tells whether a class is the platform's, of which nothing is marked. */
    static boolean platform(Class<?> type) {
        String name = type.getName();
        return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jakarta.");
    }
}
