package dev.idem.refusal;

import dev.idem.engine.ResultCodec;
import dev.idem.key.CarriableTypes;
import dev.idem.spi.ArgumentCodec;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the properties of exceptions.
 *
 * @param codec what is JSON
 * @param responses HTTP responses, if there are any
 * @param carriable tells what can be written and read
 */
public record CarriedValues(ArgumentCodec codec, Optional<ResultCodec> responses, Predicate<Type> carriable) {

    /**
     * Tells what can be written and read.
     *
     * @param jsonBinding whether Jakarta JSON Binding does it, whose limits are known
     */
    public static Predicate<Type> carriable(boolean jsonBinding) {
        return type -> !jsonBinding
                || CarriableTypes.storedAsResponse(type)
                || CarriableTypes.resultProblem(type).isEmpty();
    }

    String write(@Nullable Object value, Type type) {
        return value != null && CarriableTypes.storedAsResponse(type)
                ? responseCodec().encode(value).text()
                : codec.write(value, type);
    }

    @Nullable
    Object read(String json, Type type) {
        return CarriableTypes.storedAsResponse(type) ? responseCodec().decode(json) : codec.read(json, type);
    }

    private ResultCodec responseCodec() {
        return responses.orElseThrow(() -> new IllegalStateException("there are no HTTP responses here"));
    }
}
