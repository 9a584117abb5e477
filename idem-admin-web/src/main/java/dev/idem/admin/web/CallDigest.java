package dev.idem.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** What makes a call of the API this one: method, address, the version it names, and a digest of its content. */
public final class CallDigest {

    private static final String BODY = CallDigest.class.getName();

    private CallDigest() {}

    static void set(HttpServletRequest request, String body) {
        request.setAttribute(BODY, body);
    }

    /** As one text. */
    public static String of(HttpServletRequest request) {
        return String.join(
                "\n",
                request.getMethod(),
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                Objects.requireNonNullElse(request.getHeader("If-Match"), ""),
                Objects.requireNonNullElse((String) request.getAttribute(BODY), ""));
    }
}
