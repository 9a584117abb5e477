package dev.idem.demo.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Refuses a Content-Type that is none: the server would do so past all mappers, and not for every method with a 400. */
@WebFilter("/api/*")
public final class ContentTypeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String REFUSAL = "{\"type\":\"urn:idem-demo:problem:bad-input\",\"title\":\"Bad input\","
            + "\"status\":400,\"detail\":\"The header Content-Type is not well-formed: send application/json.\"}";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isWellFormed(request.getContentType())) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType(Problem.MEDIA_TYPE);
            response.getWriter().write(REFUSAL);
        }
    }

    private static boolean isWellFormed(@Nullable String type) {
        try {
            return type == null || MediaType.valueOf(type) != null;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
