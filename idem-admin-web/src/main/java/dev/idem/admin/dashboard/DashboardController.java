package dev.idem.admin.dashboard;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.Query;
import dev.idem.admin.web.Refresh;
import dev.idem.inspect.Count;
import dev.idem.inspect.History;
import dev.idem.inspect.HistorySpan;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.OutboxInspection;
import dev.idem.inspect.OutboxState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Shows what is up. */
@Path("dashboard")
@Controller
@RequestScoped
public class DashboardController {

    private static final int REFRESH_SECONDS = 30;

    @Inject
    Inspection inspection;

    @Inject
    OutboxInspection outbox;

    @Inject
    History history;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public DashboardController() {}

    /** The figures, as they are now. */
    @GET
    public String show(
            @QueryParam(Refresh.PARAMETER) @DefaultValue("") String refresh,
            @QueryParam(Span.PARAMETER) @DefaultValue("") String span) {
        HistorySpan chosen = Input.read(() -> Span.of(span));
        Query here = Query.EMPTY.with(Span.PARAMETER, span);
        models.put(Refresh.MODEL, Refresh.of("/dashboard", here, refresh, REFRESH_SECONDS));
        List<History.Point> day = history.of(HistorySpan.DAY);
        models.put(
                "dashboard",
                Dashboard.of(
                        new Figures(
                                count(KeyState.POISON),
                                count(KeyState.OUTCOME_UNKNOWN),
                                count(KeyState.IN_PROGRESS),
                                inspection.count(KeyFilter.ALL),
                                inspection.groups(),
                                outbox.count(OutboxState.PENDING),
                                outbox.count(OutboxState.POISON),
                                outbox.oldestDue(),
                                outbox.unattended(),
                                inspection.operations(),
                                day,
                                chosen == HistorySpan.DAY ? day : history.of(chosen),
                                user.times(inspection.now())),
                        chosen));
        return "dashboard/dashboard.html";
    }

    private Count count(KeyState state) {
        return inspection.count(KeyFilter.ALL.in(state));
    }
}
