package dev.idem.admin.runs;

import dev.idem.admin.web.ActionToken;
import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.NumberedPage;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.Paging;
import dev.idem.admin.web.PagingLinks;
import dev.idem.admin.web.Query;
import dev.idem.admin.web.Refresh;
import dev.idem.admin.web.Times;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.RunActions;
import dev.idem.inspect.RunInspection;
import dev.idem.inspect.RunItem;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** Shows a run and what has become of its calls, and steers it. */
@Path("runs/{id}")
@Controller
@RequestScoped
public class RunController {

    private static final int REFRESH_SECONDS = 3;

    @Inject
    RunInspection runs;

    @Inject
    RunActions actions;

    @Inject
    Inspection inspection;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    @Inject
    Pages pages;

    @PathParam("id")
    String id = "";

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public RunController() {}

    /** How far it is, and one page of its calls. */
    @GET
    public Response show(
            @QueryParam("which") @DefaultValue("all") String which,
            @QueryParam(Refresh.PARAMETER) @DefaultValue("") String refresh,
            @QueryParam(Paging.AFTER) @DefaultValue("") String after,
            @QueryParam(Paging.BACK) List<String> back) {
        RunLine run = RunLookUp.of(runs, id);
        if (run.state() == RunState.DRAFT) {
            return pages.redirect("/runs/" + run.id() + "/confirm");
        }
        RunItem.Which wanted = Input.read(() -> RunItem.Which.valueOf(which.toUpperCase(Locale.ROOT)));
        Paging paging = Input.read(() -> Paging.of(after, back, Paging::number));
        int length = Paging.SIZES.get(1);
        NumberedPage<RunItem> page =
                NumberedPage.of(runs.items(run.id(), wanted, paging.afterNumber(), length + 1), length, RunItem::id);
        Times times = user.times(inspection.now());
        if (!run.state().over()) {
            Query here = paging.here(Query.EMPTY.with("which", which));
            models.put(Refresh.MODEL, Refresh.of("/runs/" + run.id(), here, refresh, REFRESH_SECONDS));
        }
        models.put(
                "run",
                new RunPage(
                        RunRow.of(run, times),
                        user.operator().may(RunPlan.permission(run.kind())) ? Steering.in(run.state()) : List.of(),
                        RunPage.tabs(run.figures(), wanted),
                        page.lines().stream()
                                .map(item -> ItemRow.of(run.kind(), item))
                                .toList(),
                        PartRow.of(run.kind(), runs.parts(run.id()), inspection.operations(), times),
                        PagingLinks.of(paging, Query.EMPTY.with("which", which), page.next()),
                        RunPage.again(run, user.operator()) ? ActionToken.fresh() : "",
                        run.kind().name()));
        return Response.ok("runs/run.html").build();
    }

    /** Pauses, resumes or cancels it. However often the same form arrives, it is done once. */
    @POST
    @Path("{steering}")
    public Response steer(@PathParam("steering") String path) {
        Steering steering = Steering.of(path).orElseThrow(NotFoundException::new);
        long run = RunLookUp.of(runs, id).id();
        steering.run(actions, user.operator(), run);
        return pages.redirect("/runs/" + run);
    }
}
