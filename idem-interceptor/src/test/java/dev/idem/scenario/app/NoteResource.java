package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import dev.idem.Outbox;
import dev.idem.OutboxMessage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** The same small business calls with Idem and without: what differs is what Idem costs. */
@RequestScoped
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {

    @Inject
    Effects effects;

    @Inject
    Outbox outbox;

    @POST
    @Path("plain/notes")
    @Transactional
    public void plainNote(Order order) {
        effects.add(order.id());
    }

    @POST
    @Path("notes")
    @IdempotentOperation(name = "rest.note")
    public void note(Order order) {
        effects.add(order.id());
    }

    /** As {@link #note}, and a message. */
    @POST
    @Path("sent/notes")
    @IdempotentOperation(name = "rest.send")
    public void send(Order order) {
        effects.add(order.id());
        outbox.send(OutboxMessage.text("notes", order.id()));
    }

    @POST
    @Path("noted")
    @IdempotentOperation(name = "rest.noted")
    public Receipt noted(Order order) {
        effects.add(order.id());
        return new Receipt(order.id(), order.amount(), order.items(), Instant.now());
    }

    /** As {@link #noted}, and may be configured to be cached. */
    @POST
    @Path("near/notes")
    @IdempotentOperation(name = "rest.near")
    public Receipt near(Order order) {
        return noted(order);
    }

    /** As {@link #near}, and soon forgotten. */
    @POST
    @Path("brief/notes")
    @IdempotentOperation(name = "rest.brief", expireAfter = "PT1S")
    public Receipt brief(Order order) {
        return noted(order);
    }

    /** Waits for whoever else is writing this very id. */
    @POST
    @Path("hasty")
    @IdempotentOperation(name = "rest.hasty", waitFor = "PT0S")
    public Receipt hasty(Order order) {
        effects.addOnceOnly(order.id(), order.id());
        return new Receipt(order.id(), order.amount(), order.items(), Instant.now());
    }
}
