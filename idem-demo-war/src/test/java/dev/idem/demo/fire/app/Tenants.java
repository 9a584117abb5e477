package dev.idem.demo.fire.app;

import dev.idem.spi.ScopeSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Tenants, by a header of the request. */
@ApplicationScoped
public class Tenants implements ScopeSource {

    static final String HEADER = "X-Tenant";

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    @Override
    public Optional<String> tenant() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Knows the tenant for as long as the request lasts. */
    @WebFilter("/*")
    public static class Filter extends HttpFilter {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            CURRENT.set(request.getHeader(HEADER));
            try {
                chain.doFilter(request, response);
            } finally {
                CURRENT.remove();
            }
        }
    }
}
