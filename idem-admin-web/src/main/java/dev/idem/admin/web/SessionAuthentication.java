package dev.idem.admin.web;

import dev.idem.inspect.AdminUser;
import dev.idem.inspect.AdminUsers;
import dev.idem.inspect.Role;
import dev.idem.inspect.StoreUnreachableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells who a request comes from, by its session; a call of the API also by name and password. The user is read anew each time: one who was disabled, or got other
 * roles or another password since, is logged out at once. What a request may do is decided by {@link AccessFilter}.
 */
@ApplicationScoped
public class SessionAuthentication implements HttpAuthenticationMechanism {

    @Inject
    AdminUsers users;

    @Inject
    BasicLogin basic;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public SessionAuthentication() {}

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        ApiPath.mark(request);
        try {
            String given = ApiPath.is(request) ? request.getHeader("Authorization") : null;
            return given == null ? bySession(request, context) : byPassword(request, given, context);
        } catch (StoreUnreachableException failure) {
            CurrentUser.unknown(request, failure);
            return context.doNothing();
        }
    }

    private AuthenticationStatus bySession(HttpServletRequest request, HttpMessageContext context) {
        Optional<Login> login = Login.of(request);
        if (login.isEmpty()) {
            return context.doNothing();
        }
        Optional<AdminUser> user = users.find(login.get().user())
                .filter(found -> found.version() == login.get().version());
        if (user.isEmpty()) {
            Login.end(request);
            return context.doNothing();
        }
        CurrentUser.set(request, user.get());
        return known(user.get(), context);
    }

    /** Never a session: a script that logs in a thousand times leaves nothing behind. */
    private AuthenticationStatus byPassword(HttpServletRequest request, String given, HttpMessageContext context) {
        String address = request.getRemoteAddr();
        if (!basic.allows(address)) {
            CurrentUser.throttled(request);
            return context.doNothing();
        }
        Optional<AdminUser> user = basic.user(given, address);
        user.ifPresent(found -> CurrentUser.setByPassword(request, found));
        return user.map(found -> known(found, context)).orElseGet(context::doNothing);
    }

    private static AuthenticationStatus known(AdminUser user, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(user.name(), names(user.roles()));
    }

    private static Set<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
    }
}
