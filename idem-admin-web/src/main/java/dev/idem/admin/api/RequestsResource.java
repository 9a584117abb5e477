package dev.idem.admin.api;

import dev.idem.admin.web.CurrentUser;
import dev.idem.inspect.Actions;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.RequestLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operators asked for. */
@Path("requests/{number}")
@Tag(name = "Decisions")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RequestsResource {

    @Inject
    Inspection inspection;

    @Inject
    Actions actions;

    @Inject
    Once once;

    @Inject
    CurrentUser user;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public RequestsResource() {}

    /** A request and what became of it. */
    @GET
    @Operation(summary = "Show a request and what became of it")
    public RequestView show(@PathParam("number") String number) {
        return RequestView.of(request(number));
    }

    /** Takes it back. */
    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Cancel a request that no node has finished")
    @APIResponseSchema(RequestView.class)
    public Response cancel(@PathParam("number") String number, @BeanParam Headers headers, Why body) {
        String reason = Given.reason(body.reason());
        RequestLine request = request(number);
        return once.answer(
                headers,
                token -> Once.Done.now(
                        "/requests/" + request.id(),
                        RequestView.of(actions.cancel(user.operator(), request.id(), reason))));
    }

    private RequestLine request(String number) {
        return inspection.request(Given.number("request", number)).orElseThrow(() -> Given.none("request"));
    }
}
