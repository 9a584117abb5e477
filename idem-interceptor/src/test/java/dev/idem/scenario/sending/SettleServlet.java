package dev.idem.scenario.sending;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Settles the payment {@code id}; {@code halt} says where the process dies while the message is sent. With {@code steps} it
 * announces a payment in so many steps instead.
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
        } else {
            settle(payment, request.getParameter("halt"));
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void settle(String payment, String halt) {
        switch (halt) {
            case "before" -> sender.haltBefore(payment);
            case "after" -> sender.haltAfter(payment);
            default -> {}
        }
        payments.settle(payment);
    }
}
