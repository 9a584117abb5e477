package dev.idem.scenario.moved;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** Calls the operation twice and tells what happened. */
@WebServlet("/settle")
public class SettlementServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Settlement settlement;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String first = settlement.settle("s-1");
            String second = settlement.settle("s-1");
            response.getWriter().print(first + ", " + second + ", " + settlement.state());
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
