package dev.idem.key;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;

/** Which types the default codec, Jakarta JSON Binding, can carry, as far as the types tell. Stateless. */
public final class CarriableTypes {

    private static final String RESPONSE = "jakarta.ws.rs.core.Response";

    private static final Set<String> MESSAGES = Set.of(
            "jakarta.jms.Message",
            "jakarta.jms.TextMessage",
            "jakarta.jms.MapMessage",
            "jakarta.jms.BytesMessage",
            "jakarta.jms.StreamMessage",
            "jakarta.jms.ObjectMessage");

    private CarriableTypes() {}

    /** Why values of a type certainly cannot be written, as a fingerprint needs; empty if they may well be. */
    public static Optional<String> problem(Type type) {
        return new TypeWalk(Unwritable::reason).problem(type);
    }

    /** Why values of a type certainly cannot be written or rebuilt, as a result needs; empty if they may well be. */
    public static Optional<String> resultProblem(Type type) {
        return problem(type).or(() -> new TypeWalk(Unreadable::reason).problem(type));
    }

    /** Tells whether the container brings a parameter's value, so that it is no argument of the call. */
    public static boolean injected(Parameter parameter) {
        return InjectedParameters.contain(parameter);
    }

    /** Tells whether a parameter is a JMS message, which a codec of its own carries. */
    public static boolean message(Class<?> type) {
        return MESSAGES.contains(type.getName());
    }

    /** Tells whether a result is stored as an HTTP response and not by an {@code ArgumentCodec}. */
    public static boolean storedAsResponse(Type type) {
        Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        return raw instanceof Class<?> result && named(result, RESPONSE);
    }

    private static boolean named(Class<?> type, String name) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
