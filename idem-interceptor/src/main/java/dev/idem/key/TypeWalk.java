package dev.idem.key;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks a rule about a type, its type arguments, elements and record components. Used by one thread. */
final class TypeWalk {

    private final Function<Type, Optional<String>> rule;
    private final Set<Type> seen = new HashSet<>();

    TypeWalk(Function<Type, Optional<String>> rule) {
        this.rule = rule;
    }

    Optional<String> problem(Type type) {
        if (!seen.add(type)) {
            return Optional.empty();
        }
        return rule.apply(type)
                .or(() -> parts(type).flatMap(part -> problem(part).stream()).findFirst());
    }

    private static Stream<Type> parts(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(Stream.of(generic.getRawType()), Arrays.stream(generic.getActualTypeArguments()));
        }
        if (type instanceof GenericArrayType array) {
            return Stream.of(array.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Arrays.stream(wildcard.getUpperBounds());
        }
        return type instanceof Class<?> plain ? parts(plain) : Stream.empty();
    }

    private static Stream<Type> parts(Class<?> type) {
        if (type.isArray()) {
            return Stream.of(type.getComponentType());
        }
        return type.isRecord() && !JsonbClasses.customised(type)
                ? Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getAccessor().getAnnotations().length == 0)
                        .map(RecordComponent::getGenericType)
                : Stream.empty();
    }
}
