package dev.idem.scenario.app;

import dev.idem.IdempotentOperation;
import dev.idem.KeyType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What forms are sent to, and answers in several media types. */
@RequestScoped
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
public class TokenResource {

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    @Inject
    Effects effects;

    @POST
    @Path("forms")
    @Produces(MediaType.APPLICATION_JSON)
    @IdempotentOperation(name = "rest.form", keyType = KeyType.TOKEN)
    public Receipt form(Order order) {
        effects.addAndFlush(order.id());
        return new Receipt(order.id(), order.amount(), order.items(), java.time.Instant.now());
    }

    /** Fails when an order comes for the first time. */
    @POST
    @Path("forms/fragile")
    @Produces(MediaType.APPLICATION_JSON)
    @IdempotentOperation(name = "rest.fragileForm", keyType = KeyType.TOKEN)
    public Response fragile(Order order) {
        effects.addAndFlush(order.id());
        return SEEN.add(order.id())
                ? Response.status(503).entity("{}").build()
                : Response.ok("{\"done\":true}").build();
    }

    /** Says no media type itself. */
    @POST
    @Path("either")
    @Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @IdempotentOperation(name = "rest.either")
    public Response either(Order order) {
        effects.add(order.id());
        return Response.ok("\"Grüße\"").build();
    }

    @POST
    @Path("latin")
    @IdempotentOperation(name = "rest.latin")
    public Response latin(Order order) {
        effects.add(order.id());
        return Response.ok("Grüße", MediaType.TEXT_PLAIN_TYPE.withCharset("ISO-8859-1"))
                .language(Locale.GERMAN)
                .build();
    }

    @POST
    @Path("stream")
    @IdempotentOperation(name = "rest.stream")
    public Response stream(Order order) {
        effects.addAndFlush(order.id());
        return Response.ok((StreamingOutput) out -> out.write(1)).build();
    }
}
