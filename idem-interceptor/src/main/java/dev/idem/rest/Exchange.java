package dev.idem.rest;

import dev.idem.engine.Caller;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and what is to be said with its response. It is kept as an attribute of the request, so that Jakarta
 * REST filters find it whichever thread runs them. An asynchronous request is used by several threads in turn.
 */
final class Exchange {

    /** The request attribute; Jakarta REST shows it as a property of its request context. */
    static final String ATTRIBUTE = Exchange.class.getName();

    private final HttpServletRequest request;
    private volatile @Nullable Principal captured;
    private volatile boolean replayed;
    private volatile boolean ended;

    private Exchange(HttpServletRequest request) {
        this.request = request;
    }

    static Exchange of(HttpServletRequest request) {
        return in(request).orElseGet(() -> {
            Exchange exchange = new Exchange(request);
            request.setAttribute(ATTRIBUTE, exchange);
            return exchange;
        });
    }

    static Optional<Exchange> in(ServletRequest request) {
        return from(request.getAttribute(ATTRIBUTE));
    }

    static Optional<Exchange> from(@Nullable Object property) {
        return property instanceof Exchange exchange ? Optional.of(exchange) : Optional.empty();
    }

    Caller caller() {
        Principal seen = captured;
        Principal principal = seen == null ? request.getUserPrincipal() : seen;
        if (principal == null || principal.getName() == null) {
            return new Caller.Anonymous();
        }
        return new Caller.Authenticated(principal.getName());
    }

    /** Takes the principal that Jakarta REST filters settled on. */
    void capture(@Nullable Principal principal) {
        captured = principal;
    }

    Optional<String> sent(KeyHeader header) {
        Enumeration<String> fields = request.getHeaders(header.field());
        return header.read(fields == null ? List.of() : Collections.list(fields));
    }

    Accepted accepted() {
        Enumeration<String> fields = request.getHeaders(HttpHeaders.ACCEPT);
        return fields == null ? Accepted.anything() : Accepted.of(Collections.list(fields));
    }

    void markReplayed() {
        replayed = true;
    }

    boolean replayed() {
        return replayed;
    }

    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }
}
