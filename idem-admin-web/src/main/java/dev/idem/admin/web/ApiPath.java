package dev.idem.admin.web;

import jakarta.servlet.http.HttpServletRequest;

/** Tells calls of the API from pages: they get no page, no redirect and no form. */
public final class ApiPath {

    /** Where the API is, below the context root. */
    public static final String PATH = "api/v1";

    /** The package of its resources. */
    public static final String PACKAGE = "dev.idem.admin.api";

    private static final String ROOT = "/api";
    private static final String CALL = ApiPath.class.getName();
    private static final String POST = "POST";

    private ApiPath() {}

    /** Remembers how the request came: an error is dispatched under another path. */
    static void mark(HttpServletRequest request) {
        String path = request.getServletPath();
        if (path.equals(ROOT) || path.startsWith(ROOT + "/")) {
            request.setAttribute(CALL, request.getMethod());
        }
    }

    /** Whether it is a call of the API. */
    public static boolean is(HttpServletRequest request) {
        return request.getAttribute(CALL) != null;
    }

    /** Whether it is one that may change something. */
    static boolean changes(HttpServletRequest request) {
        return POST.equals(request.getAttribute(CALL));
    }
}
