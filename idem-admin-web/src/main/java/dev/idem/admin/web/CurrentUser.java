package dev.idem.admin.web;

import dev.idem.inspect.AdminUser;
import dev.idem.inspect.AuditActor;
import dev.idem.inspect.NotPermittedException;
import dev.idem.inspect.Operator;
import dev.idem.inspect.Permission;
import dev.idem.inspect.StoreUnreachableException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/** The user of the running request. */
@RequestScoped
public class CurrentUser {

    private static final String USER = CurrentUser.class.getName();
    private static final String BY_PASSWORD = USER + ".password";
    private static final String THROTTLED = USER + ".throttled";
    private static final String FAILURE = USER + ".failure";

    @Inject
    HttpServletRequest request;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public CurrentUser() {}

    /** The user as an operator. */
    public Operator operator() {
        AdminUser user = of(request).orElseThrow(() -> new NotPermittedException(Permission.VIEW));
        AuditActor.Type type = ApiPath.is(request) ? AuditActor.Type.API : AuditActor.Type.USER;
        return new Operator(user.name(), user.roles(), Optional.of(request.getRemoteAddr()), type);
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

    /** Whether an identity provider vouches for the user. */
    public boolean isExternal() {
        return of(request).filter(AdminUser::external).isPresent();
    }

    /** How the user wants to see the console. */
    public Preferences preferences() {
        return preferences(request);
    }

    /** Times for the user, by this node's clock. */
    public Times times() {
        return times(Instant.now());
    }

    /** Times for the user; programs get UTC, whoever they log in as. */
    public Times times(Instant now) {
        return ApiPath.is(request) ? Times.utc(now) : preferences().times(now);
    }

    /** Of nobody, too. */
    static Preferences preferences(HttpServletRequest request) {
        return of(request).map(AdminUser::preferences).map(Preferences::of).orElse(Preferences.NONE);
    }

    /** The token of the session, for a caller who has one. */
    public Optional<String> sessionToken() {
        return byPassword(request) ? Optional.empty() : Optional.of(SessionToken.of(request));
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

    /** Without a session. */
    static void setByPassword(HttpServletRequest request, AdminUser user) {
        set(request, user);
        request.setAttribute(BY_PASSWORD, true);
    }

    static boolean byPassword(HttpServletRequest request) {
        return request.getAttribute(BY_PASSWORD) != null;
    }

    /** The address failed to log in too often to be heard. */
    static void throttled(HttpServletRequest request) {
        request.setAttribute(THROTTLED, true);
    }

    static boolean isThrottled(HttpServletRequest request) {
        return request.getAttribute(THROTTLED) != null;
    }

    /** The store did not say who it is. */
    static void unknown(HttpServletRequest request, StoreUnreachableException failure) {
        request.setAttribute(FAILURE, failure);
    }

    static boolean unknown(HttpServletRequest request) {
        return request.getAttribute(FAILURE) != null;
    }
}
