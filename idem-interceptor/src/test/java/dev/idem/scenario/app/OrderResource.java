package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Operations of a REST resource: their keys are in the header. */
@RequestScoped
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {

    @Inject
    Effects effects;

    @POST
    @Path("orders")
    @IdempotentOperation(name = "rest.order")
    public Response order(Order order, @Context UriInfo uri) {
        effects.add(order.id());
        return Response.created(URI.create("orders/" + order.id()))
                .header("X-Receipt", UUID.randomUUID())
                .entity(new Receipt(order.id(), order.amount(), order.items(), java.time.Instant.now()))
                .build();
    }

    @POST
    @Path("receipts")
    @IdempotentOperation(name = "rest.receipt")
    public Receipt receipt(Order order) {
        effects.add(order.id());
        return new Receipt(order.id(), order.amount(), order.items(), java.time.Instant.now());
    }

    @POST
    @Path("failures")
    @IdempotentOperation(name = "rest.failure")
    public Response failure(Order order) {
        effects.addAndFlush(order.id());
        return Response.status(Response.Status.CONFLICT).entity("{\"no\":1}").build();
    }

    @POST
    @Path("large")
    @IdempotentOperation(name = "rest.large")
    public Response large(Order order) {
        effects.addAndFlush(order.id());
        return Response.ok("\"" + "x".repeat(2_000_000) + "\"").build();
    }

    @POST
    @Path("facts")
    @IdempotentOperation(name = "rest.fact", key = "order.id", scope = Scope.GLOBAL)
    public Receipt fact(Order order) {
        return receiptOf(order);
    }

    @POST
    @Path("secured/orders")
    @IdempotentOperation(name = "rest.secured")
    public Receipt secured(Order order) {
        return receiptOf(order);
    }

    @POST
    @Path("secured/facts")
    @IdempotentOperation(name = "rest.securedFact", scope = Scope.GLOBAL)
    public Receipt securedFact(Order order) {
        return receiptOf(order);
    }

    @POST
    @Path("unchecked")
    @IdempotentOperation(name = "rest.unchecked", checkArguments = false)
    public Receipt unchecked(Order order) {
        return receiptOf(order);
    }

    @POST
    @Path("retried")
    @Retry(maxRetries = 3, delay = 1, jitter = 0)
    @IdempotentOperation(name = "rest.retried")
    public Receipt retried(Order order) {
        effects.addAndFlush(order.id());
        if (effects.attempts("rest.retried") < 2) {
            throw new IllegalStateException("not yet");
        }
        return new Receipt(order.id(), null, null, null);
    }

    private Receipt receiptOf(Order order) {
        effects.add(order.id());
        return new Receipt(order.id(), order.amount(), order.items(), java.time.Instant.now());
    }
}
