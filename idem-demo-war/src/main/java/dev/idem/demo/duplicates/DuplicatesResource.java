package dev.idem.demo.duplicates;

import dev.idem.demo.payments.Callback;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /duplicates}: provokes one of a cause, and shows what came of it. */
@Path("duplicates")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DuplicatesResource {

    private final Provocations provocations;
    private final ProvocationLog log;
    private final PlainCoupons plain;

    @Inject
    public DuplicatesResource(Provocations provocations, ProvocationLog log, PlainCoupons plain) {
        this.provocations = provocations;
        this.log = log;
        this.plain = plain;
    }

    @POST
    @Path("causes/{cause}")
    @Consumes(MediaType.WILDCARD)
    public Response provoke(@PathParam("cause") String cause, @Context HttpServletRequest request) throws Exception {
        String orderId = provocations.provoke(Cause.named(cause), ThisNode.api(request));
        return Response.status(Response.Status.ACCEPTED)
                .entity(log.view(orderId))
                .build();
    }

    @GET
    @Path("{orderId}")
    public ProvocationView show(@PathParam("orderId") String orderId) {
        return log.view(orderId);
    }

    /** The payment provider's other customer, who does not use Idem. */
    @POST
    @Path("plain-callbacks")
    public void receive(Callback callback) {
        plain.settle(callback.orderId());
    }
}
