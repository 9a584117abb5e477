package dev.idem.admin.web;

import dev.idem.inspect.AdminUser;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.StoreUnreachableException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The user of the running request. */
@RequestScoped
public class CurrentUser {

    private static final String USER = CurrentUser.class.getName();
    private static final String FAILURE = USER + ".failure";

    @Inject
    HttpServletRequest request;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public CurrentUser() {}

    /** The user as an operator. */
    public Operator operator() {
        AdminUser user = of(request).orElseThrow(() -> new NotPermittedException(Permission.VIEW));
        return new Operator(user.name(), user.roles(), Optional.of(request.getRemoteAddr()));
    }

    /**
     * Checks a permission before a page is shown; actions check it again.
     *
     * @throws NotPermittedException if it is missing
     */
    public void require(Permission permission) {
        if (!operator().may(permission)) {
            throw new NotPermittedException(permission);
        }
    }

    static boolean may(AdminUser user, Permission permission) {
        return new Operator(user.name(), user.roles(), Optional.empty()).may(permission);
    }

    static Optional<AdminUser> of(HttpServletRequest request) {
        return Optional.ofNullable((AdminUser) request.getAttribute(USER));
    }

    static void set(HttpServletRequest request, AdminUser user) {
        request.setAttribute(USER, user);
    }

    /** The store did not say who it is. */
    static void unknown(HttpServletRequest request, StoreUnreachableException failure) {
        request.setAttribute(FAILURE, failure);
    }

    static boolean unknown(HttpServletRequest request) {
        return request.getAttribute(FAILURE) != null;
    }
}
