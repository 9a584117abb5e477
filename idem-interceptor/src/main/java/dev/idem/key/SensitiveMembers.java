package dev.idem.key;

import dev.idem.Sensitive;
import java.beans.Introspector;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/** Where {@link Sensitive} stands at the members of a class: at field, getter, setter or record component, also inherited. */
final class SensitiveMembers {

    private SensitiveMembers() {}

    /** Tells whether a member is marked. */
    static boolean marked(Class<?> type, String member) {
        return elements(type, member).anyMatch(element -> element.isAnnotationPresent(Sensitive.class));
    }

    /** Tells whether any member is marked, one that JSON Binding does not see included. */
    static boolean anyMarked(Class<?> type) {
        return hierarchy(type)
                .flatMap(each -> Stream.<AnnotatedElement>concat(
                        Arrays.stream(each.getDeclaredFields()), Arrays.stream(each.getDeclaredMethods())))
                .anyMatch(element -> element.isAnnotationPresent(Sensitive.class));
    }

    /** All that may say something about a member. */
    static Stream<AnnotatedElement> elements(Class<?> type, String member) {
        return hierarchy(type)
                .flatMap(each -> Stream.<AnnotatedElement>concat(
                        Arrays.stream(each.getDeclaredFields())
                                .filter(field -> field.getName().equals(member)),
                        Arrays.stream(each.getDeclaredMethods())
                                .filter(method -> member(method).equals(member))));
    }

    static Stream<Class<?>> hierarchy(Class<?> type) {
        Stream<Class<?>> above = type.getSuperclass() == null ? Stream.empty() : hierarchy(type.getSuperclass());
        return Stream.concat(
                Stream.concat(Stream.of(type), above),
                Arrays.stream(type.getInterfaces()).flatMap(SensitiveMembers::hierarchy));
    }

    /** The member a method reads or sets, "" for none. */
    private static String member(Method method) {
        String name = method.getName();
        int parameters = method.getParameterCount();
        if (method.getDeclaringClass().isRecord() && parameters == 0) {
            return name;
        }
        if (parameters == 0 && name.startsWith("get") || parameters == 1 && name.startsWith("set")) {
            return Introspector.decapitalize(name.substring("get".length()));
        }
        return parameters == 0 && name.startsWith("is") ? Introspector.decapitalize(name.substring("is".length())) : "";
    }
}
