package dev.idem.key;

import dev.idem.spi.ArgumentCodec;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes the arguments of one method, to be kept with a parked call. Immutable and safe for use by many threads. */
public final class Arguments {

    private final ArgumentCodec codec;
    private final List<Boolean> injected;
    private final Type[] types;

    /**
     * For one method.
     *
     * @param method the method as declared in its class
     * @param codec writes the arguments
     */
    public Arguments(Method method, ArgumentCodec codec) {
        this.codec = codec;
        this.injected = Arrays.stream(method.getParameters())
                .map(CarriableTypes::injected)
                .toList();
        this.types = method.getGenericParameterTypes();
    }

    /**
     * The arguments as a JSON array with one entry per parameter, {@code null} for those the container injects.
     *
     * @throws RuntimeException if the codec cannot carry one; the message names the type
     */
    public String write(@Nullable Object[] arguments) {
        StringJoiner json = new StringJoiner(",", "[", "]");
        for (int i = 0; i < types.length; i++) {
            json.add(injected.get(i) ? "null" : codec.write(arguments[i], types[i]));
        }
        return json.toString();
    }
}
