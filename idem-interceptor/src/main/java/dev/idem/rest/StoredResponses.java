package dev.idem.rest;

import dev.idem.engine.ResultCodec;
import dev.idem.engine.ResultCodecs;
import dev.idem.spi.ArgumentCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brings the codec for methods that return a {@link Response}, or throw one. Used by many threads at once. */
@ApplicationScoped
public class StoredResponses implements ResultCodecs {

    static final String MAX_BODY = "idem.rest.max-body";

    private final int maxBody;
    private final Supplier<Accepted> accepted;

    /** For the container's proxies only. */
    StoredResponses() {
        this(0, Accepted::anything);
    }

    @Inject
    StoredResponses(@ConfigProperty(name = MAX_BODY, defaultValue = "1048576") int maxBody, HttpRequests requests) {
        this(maxBody, requests::accepted);
    }

    StoredResponses(int maxBody, Supplier<Accepted> accepted) {
        this.maxBody = maxBody;
        this.accepted = accepted;
    }

    @Override
    public Optional<ResultCodec> forMethod(Method method, ArgumentCodec codec) {
        return method.getReturnType() == Response.class ? forExceptions(method, codec) : Optional.empty();
    }

    /** For the response of a {@code WebApplicationException}. */
    @Override
    public Optional<ResultCodec> forExceptions(Method method, ArgumentCodec codec) {
        return Optional.of(new ResponseCodec(new WrittenEntities(codec, method, accepted), maxBody));
    }
}
