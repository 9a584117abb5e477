package dev.idem.rest.sample;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/** Authenticates by a header, as many applications do. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext context) {
        String token = context.getHeaderString("X-Token");
        if ("stolen".equals(token)) {
            context.abortWith(Response.status(401).build());
        } else if (token != null) {
            context.setSecurityContext(new TokenSecurity(token, context.getSecurityContext()));
        }
    }

    private record TokenSecurity(String name, SecurityContext outer) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return () -> name;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return outer.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return "token";
        }
    }
}
