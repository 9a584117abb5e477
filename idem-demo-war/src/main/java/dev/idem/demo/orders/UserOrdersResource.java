package dev.idem.demo.orders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /users/{userId}/orders}: the orders of a user. */
@Path("users/{userId}/orders")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class UserOrdersResource {

    private final OrderService orders;

    @Inject
    public UserOrdersResource(OrderService orders) {
        this.orders = orders;
    }

    @GET
    public List<OrderView> ofUser(@PathParam("userId") String userId) {
        return orders.viewAllOf(userId);
    }
}
