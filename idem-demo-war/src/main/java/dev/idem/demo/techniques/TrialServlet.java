package dev.idem.demo.techniques;

import dev.idem.demo.http.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where the page's buttons lead: tries a technique, or all of them, and goes back to it. */
@WebServlet("/trials")
public final class TrialServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String ALL = "all";

    @Inject
    transient Techniques techniques;

    @Inject
    transient Trials trials;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public TrialServlet() {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = String.valueOf(request.getParameter("technique"));
        try {
            if (id.equals(ALL)) {
                techniques.all().forEach(trials::run);
            } else {
                trials.run(techniques.named(id));
            }
        } catch (Refusal unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/#" + id);
    }
}
