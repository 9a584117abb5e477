package dev.idem.key;

import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

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

    /** Its name in JSON. */
    String jsonName(Class<?> type) {
        return SensitiveMembers.elements(type, name)
                .flatMap(element -> Arrays.stream(element.getAnnotationsByType(JsonbProperty.class)))
                .map(JsonbProperty::value)
                .filter(given -> !given.isEmpty())
                .findFirst()
                .orElse(name);
    }
}
