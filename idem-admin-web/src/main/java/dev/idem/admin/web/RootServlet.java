package dev.idem.admin.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The context root leads to the first page. */
@WebServlet("")
public final class RootServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Created by the container. */
    public RootServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(Pages.address(request, Pages.HOME));
    }
}
