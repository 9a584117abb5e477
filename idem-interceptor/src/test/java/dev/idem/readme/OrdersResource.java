package dev.idem.readme;

import dev.idem.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

// snippet
@Path("orders")
@RequestScoped
public class OrdersResource {
    @POST
    @IdempotentOperation(name = "orders.submit") // no key named: the Idempotency-Key header
    public Response submit(NewOrder order) {
        return Response.status(201).entity(new Placed(order.orderId())).build();
    }
}
// end

record Placed(String orderId) {}

record NewOrder(String orderId) {}
