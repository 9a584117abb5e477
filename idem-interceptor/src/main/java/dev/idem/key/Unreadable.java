package dev.idem.key;

import jakarta.json.bind.annotation.JsonbCreator;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Types whose values Jakarta JSON Binding can perhaps write, but certainly not rebuild. */
final class Unreadable {

    private Unreadable() {}

    static Optional<String> reason(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            return Optional.of("the type variable " + variable.getName() + " names no type");
        }
        return type instanceof Class<?> plain ? reason(plain) : Optional.empty();
    }

    private static Optional<String> reason(Class<?> type) {
        if (type == Iterable.class) {
            return Optional.of("an Iterable cannot be rebuilt, a List can");
        }
        if (!JsonbClasses.boundByMembers(type)) {
            return Optional.empty();
        }
        if (JsonbClasses.isAbstract(type)) {
            return Optional.of(type.getName() + " is abstract and no @JsonbTypeInfo names its subtypes");
        }
        if (type.isRecord()) {
            return type.getTypeParameters().length == 0
                    ? Optional.empty()
                    : Optional.of(type.getName() + " is a generic record");
        }
        return canBeCreated(type)
                ? Optional.empty()
                : Optional.of(type.getName() + " has no public or protected default constructor");
    }

    private static boolean canBeCreated(Class<?> type) {
        Stream<Executable> creators =
                Stream.concat(Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()));
        return creators.anyMatch(creator -> creator.isAnnotationPresent(JsonbCreator.class))
                || Arrays.stream(type.getDeclaredConstructors())
                        .anyMatch(constructor -> constructor.getParameterCount() == 0
                                && (constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0);
    }
}
