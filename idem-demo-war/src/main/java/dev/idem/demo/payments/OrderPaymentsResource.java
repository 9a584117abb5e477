package dev.idem.demo.payments;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /orders/{orderId}/payments}: the payments booked for an order. */
@Path("orders/{orderId}/payments")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class OrderPaymentsResource {

    private final PaymentService payments;

    @Inject
    public OrderPaymentsResource(PaymentService payments) {
        this.payments = payments;
    }

    @GET
    public List<PaymentView> ofOrder(@PathParam("orderId") String orderId) {
        return payments.ofOrder(orderId);
    }
}
