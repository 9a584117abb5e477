package dev.idem.key;

import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises REST resource methods. Stateless. */
public final class RestMethods {

    private RestMethods() {}

    /**
     * Tells whether a method, or one it overrides, answers HTTP requests; sub-resource locators do not.
     *
     * @param method the method as declared in its class
     */
    public static boolean isResourceMethod(Method method) {
        return ancestors(method.getDeclaringClass())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(each -> each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()))
                .anyMatch(RestMethods::answersHttp);
    }

    private static boolean answersHttp(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static Stream<Class<?>> ancestors(@Nullable Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(type),
                        Stream.concat(
                                ancestors(type.getSuperclass()),
                                Arrays.stream(type.getInterfaces()).flatMap(RestMethods::ancestors)));
    }
}
