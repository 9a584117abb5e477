package dev.idem.demo.duplicates;

import dev.idem.demo.broker.Brokers;
import dev.idem.demo.http.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /brokers}: a page with a button for each cause of duplicates, and what came of those pressed before. */
@WebServlet("/brokers")
public final class BrokersServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Provocations provocations;

    @Inject
    transient ProvocationLog log;

    @Inject
    transient Brokers brokers;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public BrokersServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(new BrokersPage(brokers.kind(), log.latest()).html());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = String.valueOf(request.getParameter("cause"));
        try {
            provocations.provoke(Cause.named(id), ThisNode.api(request));
        } catch (Refusal refused) {
            response.sendError(refused.problem().status());
            return;
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException("A duplicate could not be provoked", failure);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/brokers#" + id);
    }
}
