package dev.idem.admin.runs;

import dev.idem.RequestKind;
import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.NumberedPage;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.Paging;
import dev.idem.admin.web.PagingLinks;
import dev.idem.admin.web.Query;
import dev.idem.admin.web.Times;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.RunActions;
import dev.idem.inspect.RunInspection;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPace;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;

/** Lists runs, and plans new ones. */
@Path("runs")
@Controller
@RequestScoped
public class RunsController {

    private static final String NOTHING = "runs/nothing.html";

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

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public RunsController() {}

    /** One page of those that were started, the last first. */
    @GET
    public String list(
            @QueryParam("size") @DefaultValue("") String size,
            @QueryParam(Paging.AFTER) @DefaultValue("") String after,
            @QueryParam(Paging.BACK) List<String> back) {
        int length = Input.read(() -> Paging.size(size));
        Paging paging = Input.read(() -> Paging.of(after, back, Paging::number));
        NumberedPage<RunLine> page = NumberedPage.of(runs.runs(paging.afterNumber(), length + 1), length, RunLine::id);
        Times times = user.times(inspection.now());
        models.put(
                "runs",
                new RunsPage(
                        page.lines().stream().map(run -> RunRow.of(run, times)).toList(),
                        PagingLinks.of(paging, Query.EMPTY.with("size", size), page.next())));
        return "runs/list.html";
    }

    /** Freezes the calls of a run. A dry run begins at once; the others are to be confirmed. */
    @POST
    public Response plan(@BeanParam PlanForm form) {
        String mistake = form.mistake();
        if (!mistake.isEmpty()) {
            return nothing(422, "Something is missing", mistake, form.list());
        }
        try {
            RunLine run = actions.plan(user.operator(), Input.read(form::plan));
            if (run.kind() == RequestKind.DRY_RUN) {
                actions.start(user.operator(), run.id(), run.figures().planned(), RunPace.AT_ONCE, "");
                return pages.redirect("/runs/" + run.id());
            }
            return pages.redirect("/runs/" + run.id() + "/confirm");
        } catch (NotAllowedException refused) {
            return nothing(
                    409, "That is not possible", Objects.requireNonNullElse(refused.getMessage(), ""), form.list());
        }
    }

    private Response nothing(int status, String title, String text, String list) {
        models.put("nothing", new Nothing(title, text, list));
        return Response.status(status).entity(NOTHING).build();
    }

    /**
     * What the list shows.
     *
     * @param rows one for each run
     * @param links to the pages before and after
     */
    public record RunsPage(List<RunRow> rows, PagingLinks links) {}

    /** Why nothing was planned, and the list to go back to. */
    public record Nothing(String title, String text, String list) {}
}
