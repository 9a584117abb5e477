package dev.idem.engine;

import dev.idem.spi.ArgumentCodec;
import java.lang.reflect.Method;
import java.util.Optional;

/** Port: brings a {@link ResultCodec} for methods whose results are more than JSON, such as HTTP responses. */
public interface ResultCodecs {

    /**
     * The codec for a method.
     *
     * @param method the method as declared in its class
     * @param codec writes and reads what is JSON
     * @return empty if the default codec does
     */
    Optional<ResultCodec> forMethod(Method method, ArgumentCodec codec);

    /**
     * The codec for what the exceptions of a method carry beyond JSON.
     *
     * @param method the method as declared in its class
     * @param codec writes and reads what is JSON
     * @return empty if they carry nothing of that kind
     */
    Optional<ResultCodec> forExceptions(Method method, ArgumentCodec codec);
}
