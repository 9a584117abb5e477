package dev.idem.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Keeps the principal that the application's own filters (such as one that reads a token) put into Jakarta REST. */
@ConstrainedTo(RuntimeType.SERVER)
@Priority(CallerCapture.AFTER_ALL_FILTERS)
final class CallerCapture implements ContainerRequestFilter {

    /** Authentication may be done by a filter of any priority. */
    static final int AFTER_ALL_FILTERS = Integer.MAX_VALUE;

    @Override
    public void filter(ContainerRequestContext context) {
        Exchange.from(context.getProperty(Exchange.ATTRIBUTE))
                .ifPresent(exchange ->
                        exchange.capture(context.getSecurityContext().getUserPrincipal()));
    }
}
