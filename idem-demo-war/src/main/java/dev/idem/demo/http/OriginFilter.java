package dev.idem.demo.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Gives every answer the headers of a page without scripts, and lets pages of other sites change nothing here: what a
 * browser says of a request's origin (Fetch Metadata, RFC 6454) must be this very host. Who is no browser says nothing of it.
 * The host must be one of {@code demo.hosts}, or a site could give its own name this machine's address (DNS rebinding).
 */
@WebFilter("/*")
public final class OriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final String REFUSAL = "{\"type\":\"urn:idem-demo:problem:other-site\",\"title\":\"Other site\","
            + "\"status\":403,\"detail\":\"This came from a page of another site, or to a host that demo.hosts does not"
            + " list. Nothing was executed.\"}";

    @Inject
    @ConfigProperty(name = "demo.hosts")
    @SuppressWarnings("NullAway.Init")
    transient List<String> hosts;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public OriginFilter() {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        String host = request.getHeader("Host");
        if (SAFE.contains(request.getMethod())
                || (isAmong(hosts, host)
                        && isOwn(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), host))) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType(Problem.MEDIA_TYPE);
            response.getWriter().write(REFUSAL);
        }
    }

    /** Whatever the port is. */
    static boolean isAmong(List<String> hosts, @Nullable String host) {
        return host != null && hosts.stream().anyMatch(PORT.matcher(host).replaceFirst("")::equalsIgnoreCase);
    }

    static boolean isOwn(@Nullable String site, @Nullable String origin, @Nullable String host) {
        return (site == null || OWN_SITE.contains(site)) && (origin == null || isAt(origin, host));
    }

    private static boolean isAt(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
