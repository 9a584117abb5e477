package dev.idem.admin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/**
 * What {@link ForgeryFilter} asks of a call of the API. By name and password: that no other site has a browser send it. By
 * a session: that besides, whatever may change something carries the session's token.
 *
 * @param origin judges where it comes from
 */
record CallCheck(Origin origin) {

    /** The header with the session's token. */
    static final String TOKEN = "X-CSRF-Token";

    private static final String POST = "POST";
    private static final String JSON = "application/json";

    void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean changes = request.getMethod().equals(POST);
        if ((changes || CurrentUser.byPassword(request)) && !origin.own(request)) {
            refuse(request, response, "This came from a page of another site.");
        } else if (!changes) {
            chain.doFilter(request, response);
        } else if (CurrentUser.byPassword(request) || SessionToken.matches(request, token(request))) {
            pass(request, response, chain);
        } else {
            refuse(
                    request,
                    response,
                    "A session's call carries the session's token in the header " + TOKEN + ": GET session says it.");
        }
    }

    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FormBody body = FormBody.of(request);
        if (body.tooLong()) {
            Problem.send(
                    request,
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "A request has at most " + FormBody.LONGEST + " bytes.");
        } else if (body.length() > 0 && !json(request)) {
            Problem.send(
                    request,
                    response,
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "Send JSON, with the header Content-Type: " + JSON + ".");
        } else {
            CallDigest.set(request, body.digest());
            chain.doFilter(body, response);
        }
    }

    private static String token(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(TOKEN), "");
    }

    private static boolean json(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String why)
            throws IOException {
        Problem.send(request, response, HttpServletResponse.SC_FORBIDDEN, why);
    }
}
