package dev.idem.rest;

import dev.idem.engine.Caller;
import dev.idem.engine.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which HTTP request each thread serves. Work handed to another thread is no part of the request. */
@ApplicationScoped
public class HttpRequests implements CurrentRequest {

    @SuppressWarnings("ThreadLocalUsage") // one for each application, as this bean is
    private final ThreadLocal<@Nullable Exchange> served = new ThreadLocal<>();

    /** Created by the container. */
    public HttpRequests() {}

    @Override
    public Caller caller() {
        return exchange().map(Exchange::caller).orElseGet(Caller.Internal::new);
    }

    @Override
    public Optional<String> key() {
        return exchange().flatMap(exchange -> exchange.sent(KeyHeader.KEY));
    }

    @Override
    public Optional<String> token() {
        return exchange().flatMap(exchange -> exchange.sent(KeyHeader.TOKEN));
    }

    @Override
    public void replayed() {
        exchange().ifPresent(Exchange::markReplayed);
    }

    /** What the client accepts; anything, if there is none. */
    Accepted accepted() {
        return exchange().map(Exchange::accepted).orElseGet(Accepted::anything);
    }

    void bind(Exchange exchange) {
        served.set(exchange);
    }

    /** Ends an exchange. A thread that once served it and was not told of the end finds it ended. */
    void end(Exchange exchange) {
        exchange.end();
        if (served.get() == exchange) {
            served.remove();
        }
    }

    private Optional<Exchange> exchange() {
        return Optional.ofNullable(served.get()).filter(exchange -> !exchange.ended());
    }
}
