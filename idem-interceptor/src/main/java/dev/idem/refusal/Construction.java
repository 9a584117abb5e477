package dev.idem.refusal;

import dev.idem.refusal.Part.Detail;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A constructor, and what its parameters are made of.
 *
 * @param constructor makes an exception
 * @param parts one for each parameter
 */
record Construction(Constructor<? extends Throwable> constructor, List<Part> parts) {

    /** How much of an exception it carries. */
    int weight() {
        return parts.stream().mapToInt(Part::weight).sum();
    }

    Stream<Detail> details() {
        return parts.stream().flatMap(part -> part instanceof Detail detail ? Stream.of(detail) : Stream.empty());
    }

    /**
     * Makes an exception.
     *
     * @throws IllegalArgumentException if the constructor does not take the values
     */
    Throwable make(KeptRefusal kept, CarriedValues values) {
        @Nullable
        Object[] arguments =
                parts.stream().map(part -> argument(part, kept, values)).toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(constructor + " failed", refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalArgumentException(constructor + " cannot be called", impossible);
        }
    }

    private static @Nullable Object argument(Part part, KeptRefusal kept, CarriedValues values) {
        if (part instanceof Detail detail) {
            String json = kept.details().get(detail.name());
            if (json == null) {
                throw new IllegalArgumentException(detail.name() + " is missing");
            }
            return values.read(json, detail.type());
        }
        return part instanceof Part.Message ? kept.message().orElse(null) : null;
    }
}
