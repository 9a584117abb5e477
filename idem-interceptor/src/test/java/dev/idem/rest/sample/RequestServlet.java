package dev.idem.rest.sample;

import dev.idem.engine.CurrentRequest;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** No Jakarta REST at all, and a dispatch inside the request. */
@WebServlet({"/servlet", "/including"})
public class RequestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentRequest current;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        boolean outer = request.getServletPath().equals("/including")
                && request.getAttribute("jakarta.servlet.include.servlet_path") == null;
        if (outer) {
            request.getRequestDispatcher("/servlet").include(request, response);
        }
        response.getWriter().print(current.caller() + " " + current.key() + ";");
    }
}
