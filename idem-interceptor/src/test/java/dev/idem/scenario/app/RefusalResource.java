package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Refusals that HTTP clients see. */
@RequestScoped
@Path("refusals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RefusalResource {

    @Inject
    Effects effects;

    @POST
    @Path("web")
    @IdempotentOperation(name = "rest.refusedByResponse", storeOn = WebApplicationException.class)
    public Receipt byResponse(Order order) {
        effects.addAndFlush(order.id());
        throw new ClientErrorException(
                "sold out",
                Response.status(Response.Status.CONFLICT)
                        .header("X-Ticket", UUID.randomUUID())
                        .entity(new Receipt(order.id(), order.amount(), order.items(), java.time.Instant.now()))
                        .build());
    }

    /** Answered by {@link OutOfStockMapper}. */
    @POST
    @Path("mapped")
    @IdempotentOperation(name = "rest.refusedByMapper", storeOn = OutOfStock.class)
    public Receipt byMapper(Order order) {
        effects.addAndFlush(order.id());
        throw new OutOfStock("tea of " + order.id(), 2);
    }
}
