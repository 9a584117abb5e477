package dev.idem.key;

import dev.idem.Sensitive;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether values of a type hold anything {@link Sensitive}, as far as types tell. For one question. */
public final class Sensitivity {

    /** Stands for the words of a parser, which may quote what it read. */
    public static final String UNTOLD =
            "it does not fit its type; what is wrong is not told, as it is or holds something" + " @Sensitive";

    private final Set<Type> seen = new HashSet<>();

    private Sensitivity() {}

    /** Tells whether an operation has arguments or a result with anything marked. */
    public static boolean of(Method method) {
        return ofResult(method) || Arrays.stream(method.getParameters()).anyMatch(Sensitivity::of);
    }

    /** Tells whether a method's result is marked, or something in it. */
    public static boolean ofResult(Method method) {
        return method.isAnnotationPresent(Sensitive.class) || in(method.getGenericReturnType());
    }

    /** Tells whether a parameter is marked, or something in it. */
    public static boolean of(Parameter parameter) {
        return parameter.isAnnotationPresent(Sensitive.class) || in(parameter.getParameterizedType());
    }

    /** Tells whether something in values of a type is marked. */
    static boolean in(Type type) {
        return new Sensitivity().found(type);
    }

    private boolean found(Type type) {
        if (!seen.add(type)) {
            return false;
        }
        if (type instanceof ParameterizedType generic) {
            return found(generic.getRawType())
                    || Arrays.stream(generic.getActualTypeArguments()).anyMatch(this::found);
        }
        if (type instanceof GenericArrayType array) {
            return found(array.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Arrays.stream(wildcard.getUpperBounds()).anyMatch(this::found);
        }
        return type instanceof Class<?> plain && found(plain);
    }

    private boolean found(Class<?> type) {
        if (type.isArray()) {
            return found(type.getComponentType());
        }
        return !JsonbClasses.platform(type)
                && (SensitiveMembers.anyMarked(type)
                        || parts(type).anyMatch(this::found)
                        || subtypes(type).anyMatch(this::found));
    }

    private static Stream<Type> parts(Class<?> type) {
        return SensitiveMembers.hierarchy(type)
                .filter(each -> !JsonbClasses.platform(each))
                .flatMap(each -> Stream.concat(
                        Arrays.stream(each.getDeclaredFields()).map(field -> field.getGenericType()),
                        Arrays.stream(each.getDeclaredMethods())
                                .filter(method -> method.getParameterCount() == 0)
                                .map(Method::getGenericReturnType)));
    }

    private static Stream<Class<?>> subtypes(AnnotatedElement type) {
        JsonbTypeInfo info = type.getAnnotation(JsonbTypeInfo.class);
        return info == null ? Stream.empty() : Arrays.stream(info.value()).map(JsonbSubtype::type);
    }
}
