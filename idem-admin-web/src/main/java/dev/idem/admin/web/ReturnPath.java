package dev.idem.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where to go after a login: a page of this console, asked for by GET, and nowhere else. Not a search: nobody who is not
 * logged in is shown a key, not even the one that was typed.
 */
public final class ReturnPath {

    /** The parameter that carries it. */
    public static final String PARAMETER = "next";

    private static final Pattern SAFE = Pattern.compile(
            "/(?:dashboard|audit|preferences|users|views|settings(?:/(?:roles|masks|store|alerts|about))?"
                    + "|poison(?:/groups|/cause)?|keys(?:/[0-9a-f]{64}(?:/edit)?)?|runs(?:/[0-9]{1,18})?|tokens(?:/[A-Za-z0-9_-]{1,64})?)"
                    + "(?:\\?[A-Za-z0-9_=&%.+:-]{0,1500})?");

    private ReturnPath() {}

    /** The query that remembers what was asked for; "" if it is not worth it. */
    static String parameter(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = Pages.path(request) + (query == null ? "" : "?" + query);
        return SAFE.matcher(path).matches()
                ? "?" + PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8)
                : "";
    }

    /**
     * Trusts nothing that came in.
     *
     * @param path as the parameter had it
     * @return the path if it is one of the console's pages, else the first page
     */
    public static String safe(String path) {
        return SAFE.matcher(path).matches() ? path : Pages.HOME;
    }
}
