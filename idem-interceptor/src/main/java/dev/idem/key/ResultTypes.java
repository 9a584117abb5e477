package dev.idem.key;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** What the result of a method is in the end: what it returns, or what the stage or future it returns is of. Stateless. */
public final class ResultTypes {

    private static final Set<Class<?>> LATER = Set.of(CompletionStage.class, CompletableFuture.class, Future.class);

    private ResultTypes() {}

    /** Tells whether a method returns before it has its result. */
    public static boolean later(Method method) {
        Class<?> type = method.getReturnType();
        return CompletionStage.class.isAssignableFrom(type) || Future.class.isAssignableFrom(type);
    }

    /** Tells whether a duplicate can get something of the type that a method returns later. */
    public static boolean makeable(Method method) {
        return LATER.contains(method.getReturnType());
    }

    /** The type of a method's result; {@code void} or {@code Void} for none. */
    public static Type of(Method method) {
        Type returned = method.getGenericReturnType();
        return later(method) ? argument(returned) : returned;
    }

    private static Type argument(Type stage) {
        if (!(stage instanceof ParameterizedType generic)) {
            return Object.class;
        }
        Type argument = generic.getActualTypeArguments()[0];
        return argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
    }

    /** Tells whether a method has no result. */
    public static boolean none(Method method) {
        Type type = of(method);
        return type == void.class || type == Void.class;
    }
}
