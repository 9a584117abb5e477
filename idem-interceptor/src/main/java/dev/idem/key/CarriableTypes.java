package dev.idem.key;

import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Optional;

/** Which types Jakarta JSON Binding can carry, as far as they tell. Stateless. */
public final class CarriableTypes {

    private CarriableTypes() {}

    /** Why a type certainly cannot be carried, empty if it may well be. */
    public static Optional<String> problem(Type type) {
        return Optional.empty();
    }

    /** Tells whether the container brings a parameter's value, so that it is no argument of the call. */
    public static boolean injected(Parameter parameter) {
        return false;
    }

    /** Tells whether a result is stored as an HTTP response and not by an {@code ArgumentCodec}. */
    public static boolean storedAsResponse(Type type) {
        return false;
    }
}
