package dev.idem.admin.web;

import dev.idem.inspect.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An answer that is an error: its page is made by {@link ErrorServlet}. */
final class Problem {

    static final String NOTHING_DONE = "The store is not reachable. Nothing was executed.";

    private static final String MESSAGE = Problem.class.getName();

    private Problem() {}

    static String missing(Permission permission) {
        return "Your roles do not include the permission " + permission + ". Nothing was executed.";
    }

    /**
     * Ends the request.
     *
     * @param message our own words; "" for those of the status
     */
    static void send(HttpServletRequest request, HttpServletResponse response, int status, String message)
            throws IOException {
        explain(request, message);
        response.sendError(status);
    }

    static void explain(HttpServletRequest request, String message) {
        request.setAttribute(MESSAGE, message);
    }

    static String message(HttpServletRequest request) {
        return request.getAttribute(MESSAGE) instanceof String message ? message : "";
    }
}
