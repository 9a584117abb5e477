package dev.idem.admin.web;

import dev.idem.inspect.AdminUser;
import dev.idem.inspect.Permission;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Closed by default: without a login there is the login page and its style, nothing else. With one that has to choose a
 * password there is that page; without {@link Permission#VIEW} there is the way out.
 */
public final class AccessFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** One plain name: nothing that a server could read as a way out of the folder. */
    private static final Pattern ASSET = Pattern.compile("/assets/[a-z0-9-]+\\.[a-z0-9]+");

    private static final int TOO_MANY = 429;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST");
    private static final Set<String> LOGINS = Set.of(Pages.LOGIN, Pages.OIDC, Pages.OIDC_CALLBACK);
    private static final Set<String> OWN_ACCOUNT = Set.of(Pages.PASSWORD, Pages.LOGOUT);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ApiPath.mark(request);
        if (!KNOWN.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST");
            Problem.send(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "");
        } else if (open(request)) {
            chain.doFilter(request, response);
        } else if (CurrentUser.unknown(request)) {
            Problem.send(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, Problem.NOTHING_DONE);
        } else if (CurrentUser.isThrottled(request)) {
            Problem.send(request, response, TOO_MANY, "Too many failed logins from your address: wait a minute.");
        } else {
            Optional<AdminUser> user = CurrentUser.of(request);
            if (user.isEmpty()) {
                refuseStranger(request, response);
            } else if (user.get().mustChange() && !OWN_ACCOUNT.contains(Pages.path(request))) {
                sendToPassword(request, response);
            } else if (OWN_ACCOUNT.contains(Pages.path(request)) || CurrentUser.may(user.get(), Permission.VIEW)) {
                chain.doFilter(request, response);
            } else {
                Problem.send(request, response, HttpServletResponse.SC_FORBIDDEN, Problem.missing(Permission.VIEW));
            }
        }
    }

    private static boolean open(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return ASSET.matcher(path).matches() || LOGINS.contains(Pages.path(request));
    }

    /** What was posted is forgotten: it does not run after a login either. A page that looks by itself is loaded anew. */
    private static void refuseStranger(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (READING.contains(request.getMethod()) && request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (ApiPath.is(request)) {
            // a scheme that no browser knows: it would ask for a password in a dialog of its own
            response.setHeader("WWW-Authenticate", "Session realm=\"Idem console\"");
            Problem.send(
                    request,
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "Log in at the console, or send name and password of one of its users by HTTP Basic.");
        } else if (READING.contains(request.getMethod())) {
            response.sendRedirect(Pages.address(request, Pages.LOGIN + ReturnPath.parameter(request)));
        } else {
            Problem.send(
                    request,
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "Your session has ended. Nothing was executed, and nothing will be after you log in again: look at"
                            + " the record and decide anew.");
        }
    }

    private static void sendToPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!ApiPath.is(request) && READING.contains(request.getMethod())) {
            response.sendRedirect(Pages.address(request, Pages.PASSWORD));
        } else {
            Problem.send(
                    request,
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Choose a password of your own first, at the console. Nothing was executed.");
        }
    }
}
