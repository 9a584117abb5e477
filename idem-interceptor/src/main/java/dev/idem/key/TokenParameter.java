package dev.idem.key;

import java.lang.reflect.Method;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Finds the argument that is a call's token. Stateless. */
public final class TokenParameter {

    private TokenParameter() {}

    /**
     * The position of the only parameter of type String, but for those the container brings.
     *
     * @return empty if there is none, or more than one
     */
    public static OptionalInt of(Method method) {
        int[] texts = IntStream.range(0, method.getParameterCount())
                .filter(i -> method.getParameterTypes()[i] == String.class)
                .filter(i -> !CarriableTypes.injected(method.getParameters()[i]))
                .toArray();
        return texts.length == 1 ? OptionalInt.of(texts[0]) : OptionalInt.empty();
    }
}
