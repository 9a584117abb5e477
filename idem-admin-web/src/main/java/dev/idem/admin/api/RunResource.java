package dev.idem.admin.api;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.NumberedPage;
import dev.idem.admin.web.Paging;
import dev.idem.inspect.Operator;
import dev.idem.inspect.RunActions;
import dev.idem.inspect.RunInspection;
import dev.idem.inspect.RunItem;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPace;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One run. */
@Path("runs/{number}")
@Tag(name = "Runs")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RunResource {

    @PathParam("number")
    String number = "";

    @Inject
    RunInspection runs;

    @Inject
    RunActions actions;

    @Inject
    Once once;

    @Inject
    CurrentUser user;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public RunResource() {}

    /** How far it is. */
    @GET
    @Operation(summary = "Show a run, also one that is not started")
    public RunDetailView show() {
        RunLine run = run();
        return RunDetailView.of(run, runs.parts(run.id()));
    }

    /** One page of its calls. */
    @GET
    @Path("items")
    @Operation(summary = "List the calls of a run")
    public ItemPage items(
            @QueryParam("which") @DefaultValue("ALL") String which,
            @QueryParam("size") @DefaultValue("25") String size,
            @QueryParam(Paging.AFTER) @DefaultValue("") String after) {
        RunItem.Which wanted = Given.name("which", which, RunItem.Which.class).orElse(RunItem.Which.ALL);
        int length = Given.size(size);
        Paging paging = Given.cursor(() -> Paging.of(after, List.of(), Paging::number));
        return ItemPage.of(
                NumberedPage.of(runs.items(run().id(), wanted, paging.afterNumber(), length + 1), length, RunItem::id));
    }

    /** Starts it. */
    @POST
    @Path("start")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Start a run",
            description = "With the number of calls that are to start, as the plan says it.")
    @APIResponseSchema(value = RunView.class, responseCode = "202", responseDescription = "It goes on by itself")
    public Response start(@BeanParam Headers headers, Started body) {
        RunPace pace = Given.fields(body::pace);
        String reason = Given.reason(body.reason());
        return steered(headers, (operator, run) -> actions.start(operator, run, body.calls(), pace, reason));
    }

    /** Holds it. */
    @POST
    @Path("pause")
    @Operation(summary = "Pause a run: no further call begins")
    @APIResponseSchema(value = RunView.class, responseCode = "202", responseDescription = "What nodes have is finished")
    public Response pause(@BeanParam Headers headers) {
        return steered(headers, actions::pause);
    }

    /** Lets it go on. */
    @POST
    @Path("resume")
    @Operation(summary = "Let a paused or stopped run go on")
    @APIResponseSchema(value = RunView.class, responseCode = "202", responseDescription = "It goes on by itself")
    public Response resume(@BeanParam Headers headers) {
        return steered(headers, actions::resume);
    }

    /** Ends it. */
    @POST
    @Path("cancel")
    @Operation(summary = "Cancel the rest of a run")
    @APIResponseSchema(value = RunView.class, responseCode = "202", responseDescription = "What nodes have is finished")
    public Response cancel(@BeanParam Headers headers) {
        return steered(headers, actions::cancel);
    }

    private Response steered(Headers headers, Steering steering) {
        long run = run().id();
        return once.answer(
                headers, token -> Once.Done.later("/runs/" + run, RunView.of(steering.on(user.operator(), run))));
    }

    private RunLine run() {
        return runs.run(Given.number("run", number)).orElseThrow(() -> Given.none("run"));
    }

    /** What is done with it. */
    @FunctionalInterface
    private interface Steering {
        RunLine on(Operator operator, long run);
    }
}
