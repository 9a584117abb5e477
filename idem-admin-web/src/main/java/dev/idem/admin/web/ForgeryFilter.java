package dev.idem.admin.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Lets a POST pass only if it comes from one of our own pages in this very session: by the session's token, and by what
 * the browser says of its origin. The one rule for all that changes anything; GET changes nothing.
 */
public final class ForgeryFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String POST = "POST";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    transient ConsoleSettings settings;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public ForgeryFilter() {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ApiPath.is(request)) {
            new CallCheck(new Origin(settings.origins())).doFilter(request, response, chain);
            return;
        }
        if (!request.getMethod().equals(POST)) {
            chain.doFilter(request, response);
            return;
        }
        if (!form(request) || !new Origin(settings.origins()).own(request)) {
            refuse(request, response);
            return;
        }
        FormBody body = FormBody.of(request);
        if (body.tooLong()) {
            Problem.send(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "");
        } else if (SessionToken.matches(request, body.field(SessionToken.FIELD))) {
            chain.doFilter(body, response);
        } else {
            refuse(request, response);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem.send(
                request,
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "This did not come from a page of your session, or the page is older than your login. Nothing was"
                        + " executed.");
    }

    private static boolean form(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }
}
