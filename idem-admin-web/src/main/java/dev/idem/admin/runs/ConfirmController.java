package dev.idem.admin.runs;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.Selection;
import dev.idem.admin.web.TickedList;
import dev.idem.admin.web.Times;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.RunActions;
import dev.idem.inspect.RunInspection;
import dev.idem.inspect.RunLine;
import dev.idem.inspect.RunPlan;
import dev.idem.inspect.RunState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;

/** Shows what a run would do, and starts it. */
@Path("runs/{id}/confirm")
@Controller
@RequestScoped
public class ConfirmController {

    private static final String VIEW = "runs/confirm.html";
    private static final int INCOMPLETE = 422;
    private static final int REFUSED = 409;

    @Inject
    RunInspection runs;

    @Inject
    RunActions actions;

    @Inject
    Inspection inspection;

    @Inject
    CurrentUser user;

    @Inject
    Selection selection;

    @Inject
    Models models;

    @Inject
    Pages pages;

    @PathParam("id")
    String id = "";

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public ConfirmController() {}

    /** What it would do, and the form that starts it. */
    @GET
    public Response confirm() {
        RunLine run = RunLookUp.of(runs, id);
        if (run.state() != RunState.DRAFT) {
            return pages.redirect("/runs/" + run.id());
        }
        user.require(RunPlan.permission(run.kind()));
        return show(run, StartForm.fresh(), 200, "");
    }

    /** Starts it. However often the same form arrives, it is started once. */
    @POST
    public Response start(@BeanParam StartForm form) {
        RunLine run = RunLookUp.of(runs, id);
        if (run.state() != RunState.DRAFT) {
            return pages.redirect("/runs/" + run.id());
        }
        String mistake = form.mistake(run.kind(), run.figures().planned());
        if (!mistake.isEmpty()) {
            user.require(RunPlan.permission(run.kind()));
            return show(run, form, INCOMPLETE, mistake);
        }
        try {
            actions.start(user.operator(), run.id(), form.confirmed(), form.pace(), form.reason.strip());
            selection.clear(list(run));
            return pages.redirect("/runs/" + run.id());
        } catch (NotAllowedException refused) {
            return show(run, form, REFUSED, Objects.requireNonNullElse(refused.getMessage(), "it is not allowed"));
        }
    }

    private static TickedList list(RunLine run) {
        return RunPlan.ofKeys(run.kind()) ? TickedList.KEYS : TickedList.POISON;
    }

    private Response show(RunLine run, StartForm form, int status, String mistake) {
        Times times = user.times(inspection.now());
        List<PartRow> parts = PartRow.of(run.kind(), runs.parts(run.id()), inspection.operations(), times);
        models.put(
                "confirm",
                new ConfirmPage(
                        run.id(),
                        RunWords.kind(run.kind()),
                        RunPlan.ofKeys(run.kind()),
                        RunWords.promise(run.kind()),
                        RunWords.protection(run),
                        list(run).path(),
                        run.selection(),
                        run.figures().planned(),
                        run.figures().total() == RunPlan.LONGEST,
                        times.at(run.createdAt()),
                        run.snapshot(),
                        parts,
                        new Fields(
                                form.number,
                                form.rate,
                                form.ramp,
                                form.stop,
                                form.order.equals("one-by-one"),
                                form.reason),
                        mistake));
        return Response.status(status).entity(VIEW).build();
    }

    /**
     * What the page shows.
     *
     * @param id the run's number
     * @param kind what would be done, in words
     * @param ofKeys whether it is for keys, not calls
     * @param promise what becomes of each
     * @param protection for how long keys are protected, "" if that is not asked
     * @param list the list they are from, as an address names it
     * @param selection which it is for, in words
     * @param planned how many would start
     * @param full whether there may be more than a run can have
     * @param frozen when they were frozen
     * @param snapshot the digest over them
     * @param parts them by operation
     * @param fields what was typed before
     * @param mistake what has to be corrected, "" for nothing
     */
    public record ConfirmPage(
            long id,
            String kind,
            boolean ofKeys,
            String promise,
            String protection,
            String list,
            String selection,
            long planned,
            boolean full,
            String frozen,
            String snapshot,
            List<PartRow> parts,
            Fields fields,
            String mistake) {

        /** Whether there is anything to start. */
        public boolean possible() {
            return planned > 0;
        }

        /** Whether something has to be corrected. */
        public boolean failed() {
            return !mistake.isEmpty();
        }

        /** The page's title. */
        public String title() {
            return kind + (ofKeys ? " many keys" : " many calls");
        }

        /** What the button says. */
        public String button() {
            String time = protection.isEmpty() ? "" : " for " + protection;
            return kind + " " + planned + (ofKeys ? " key" : " call") + (planned == 1 ? "" : "s") + time;
        }
    }

    /** The fields of the form. */
    public record Fields(String number, String rate, String ramp, String stop, boolean oneByOne, String reason) {}
}
