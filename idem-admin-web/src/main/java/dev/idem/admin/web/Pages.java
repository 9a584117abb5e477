package dev.idem.admin.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Addresses of pages, below whatever context root the console has. */
@RequestScoped
public class Pages {

    /** The page that comes first. */
    public static final String HOME = "/poison";

    /** Where a login by the identity provider begins. */
    public static final String OIDC = "/login/oidc";

    /** Where the identity provider sends the browser back to. */
    public static final String OIDC_CALLBACK = "/login/oidc/callback";

    static final String LOGIN = "/login";
    static final String PASSWORD = "/password";
    static final String LOGOUT = "/logout";

    @Inject
    HttpServletRequest request;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public Pages() {}

    /**
     * Sends the browser to a page by GET.
     *
     * @param path below {@code /ui}, with a leading slash; made of our own words and encoded parts only
     */
    public Response redirect(String path) {
        return Response.seeOther(URI.create(address(request, path))).build();
    }

    /**
     * The path of a page, with the context root.
     *
     * @param page below {@code /ui}, with a leading slash
     */
    public String path(String page) {
        return address(request, page);
    }

    static String address(HttpServletRequest request, String path) {
        return request.getContextPath() + "/" + ConsoleApplication.PATH + path;
    }

    /** The path below {@code /ui}; "" if the request goes elsewhere. */
    static String path(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String prefix = "/" + ConsoleApplication.PATH;
        return path.startsWith(prefix + "/") ? path.substring(prefix.length()) : "";
    }
}
