package dev.idem.admin.api;

import dev.idem.RequestKind;
import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.NumberedPage;
import dev.idem.admin.web.Paging;
import dev.idem.inspect.RunActions;
import dev.idem.inspect.RunInspection;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs: one action on many calls. */
@Path("runs")
@Tag(name = "Runs")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RunsResource {

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
    public RunsResource() {}

    /** One page of those that were started, the last first. */
    @GET
    @Operation(summary = "List runs")
    public RunPageView list(
            @QueryParam("size") @DefaultValue("25") String size,
            @QueryParam(Paging.AFTER) @DefaultValue("") String after) {
        int length = Given.size(size);
        Paging paging = Given.cursor(() -> Paging.of(after, List.of(), Paging::number));
        return RunPageView.of(NumberedPage.of(runs.runs(paging.afterNumber(), length + 1), length, RunLine::id));
    }

    /** Freezes the calls of a run. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Plan a run",
            description =
                    "Freezes the calls and their versions. A dry run begins at once; the others are started by their own"
                            + " operation, with the number of calls.")
    @APIResponseSchema(RunView.class)
    public Response plan(@BeanParam Headers headers, Planned body) {
        Planned planned = body.checked();
        return once.answer(headers, token -> {
            RunLine run = actions.plan(user.operator(), planned.plan(token));
            if (run.kind() == RequestKind.DRY_RUN) {
                run = actions.start(user.operator(), run.id(), run.figures().planned(), RunPace.AT_ONCE, "");
            }
            return Once.Done.now("/runs/" + run.id(), RunView.of(run));
        });
    }
}
