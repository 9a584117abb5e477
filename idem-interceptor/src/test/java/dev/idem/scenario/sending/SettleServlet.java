package dev.idem.scenario.sending;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Settles the payment {@code id}. With {@code next} it settles that one too, and the process dies between the sending of the
 * two messages. With {@code steps} it announces a payment in so many steps instead.
 */
@WebServlet("/settle")
public class SettleServlet extends HttpServlet {

    @Inject
    private transient Payments payments;

    @Inject
    private transient HaltingSender sender;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String payment = request.getParameter("id");
        if (request.getParameter("steps") != null) {
            payments.announce(payment, Integer.parseInt(request.getParameter("steps")));
        } else if (request.getParameter("next") != null) {
            sender.haltAfter(payment);
            payments.settleBoth(payment, request.getParameter("next"));
        } else {
            payments.settle(payment);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
