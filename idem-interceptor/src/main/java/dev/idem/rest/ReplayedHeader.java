package dev.idem.rest;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Says {@code Idempotent-Replayed: true} with an answer that came from a record. */
@ConstrainedTo(RuntimeType.SERVER)
final class ReplayedHeader implements ContainerResponseFilter {

    static final String NAME = "Idempotent-Replayed";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Exchange.from(request.getProperty(Exchange.ATTRIBUTE))
                .filter(Exchange::replayed)
                .ifPresent(exchange -> response.getHeaders().putSingle(NAME, "true"));
    }
}
