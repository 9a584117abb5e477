package dev.idem.codec;

import dev.idem.NotFingerprinted;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Public members, as JSON Binding sees them by default, without those marked {@link NotFingerprinted}. */
final class FingerprintedMembers implements PropertyVisibilityStrategy {

    @Override
    public boolean isVisible(Field field) {
        return Modifier.isPublic(field.getModifiers())
                && !isMarked(field)
                && Arrays.stream(field.getDeclaringClass().getDeclaredMethods())
                        .noneMatch(method -> isMarked(method)
                                && method.getParameterCount() == 0
                                && property(method).equals(field.getName()));
    }

    @Override
    public boolean isVisible(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !isMarked(method)
                && Arrays.stream(method.getDeclaringClass().getDeclaredFields())
                        .noneMatch(field -> isMarked(field) && field.getName().equals(property(method)));
    }

    private static boolean isMarked(java.lang.reflect.AnnotatedElement member) {
        return member.isAnnotationPresent(NotFingerprinted.class);
    }

    private static String property(Method method) {
        String name = method.getName();
        if (method.getDeclaringClass().isRecord()) {
            return name;
        }
        if (name.startsWith("get") || name.startsWith("set")) {
            return Introspector.decapitalize(name.substring(3));
        }
        return name.startsWith("is") ? Introspector.decapitalize(name.substring(2)) : name;
    }
}
