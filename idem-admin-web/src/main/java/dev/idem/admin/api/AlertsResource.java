package dev.idem.admin.api;

import dev.idem.admin.alerts.AlertTest;
import dev.idem.admin.web.CurrentUser;
import dev.idem.inspect.Alerts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Alerts: what people elsewhere are told of. */
@Path("alerts")
@Tag(name = "Alerts")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AlertsResource {

    @Inject
    Alerts alerts;

    @Inject
    AlertTest test;

    @Inject
    Once once;

    @Inject
    CurrentUser user;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public AlertsResource() {}

    /** Those that hold, and those that held in the last 30 days. */
    @GET
    @Operation(
            summary = "List alerts",
            description = "Those that hold, and those that held in the last 30 days; the last changed first.")
    public AlertList list() {
        return new AlertList(alerts.all().stream().map(AlertView::of).toList());
    }

    /** Sends a message that says nothing but that it arrives. */
    @POST
    @Path("test")
    @Operation(
            summary = "Send a test message",
            description = "To the receiver of alerts, and waits for its answer: error says why it did not take it.")
    @APIResponseSchema(TestedView.class)
    public Response test(@BeanParam Headers headers) {
        return once.answer(headers, token -> Once.Done.now("", new TestedView(test.send(user.operator()))));
    }
}
