package dev.idem.demo.orders;

import dev.idem.IdempotentOperation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /orders}: submits an order, once per {@code Idempotency-Key}, and shows it. */
@Path("orders")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {

    private final OrderService orders;

    @Inject
    public OrdersResource(OrderService orders) {
        this.orders = orders;
    }

    /** Technique: the key comes from the caller, in the header. */
    @POST
    @IdempotentOperation(name = "orders.submit")
    public Response submit(NewOrder order) {
        orders.add(order);
        return Response.status(Response.Status.CREATED)
                .entity(new SubmittedOrder(order.orderId(), OrderStatus.PENDING_PAYMENT.name()))
                .build();
    }

    @GET
    @Path("{orderId}")
    public OrderView view(@PathParam("orderId") String orderId) {
        return orders.view(orderId);
    }
}
