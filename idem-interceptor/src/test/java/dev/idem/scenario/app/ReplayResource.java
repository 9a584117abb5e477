package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** An operation that answers HTTP requests: a replay has none. */
@Path("replayed")
@RequestScoped
public class ReplayResource {

    @Inject
    Effects effects;

    @Inject
    ReplayShop shop;

    @POST
    @IdempotentOperation(name = "replay.rest", key = "order.id", maxAttempts = 1)
    public Response submit(Order order) {
        effects.add(order.id());
        shop.failWhileBroken(order.id());
        return Response.status(201).entity(Map.of("orderId", order.id())).build();
    }
}
