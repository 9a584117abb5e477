package dev.idem.admin.api;

import dev.idem.inspect.History;
import dev.idem.inspect.HistorySpan;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.OutboxInspection;
import dev.idem.inspect.OutboxState;
import dev.idem.inspect.RunInspection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The figures an operator looks at first. */
@Path("dashboard")
@Tag(name = "Dashboard")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DashboardResource {

    @Inject
    Inspection inspection;

    @Inject
    OutboxInspection outbox;

    @Inject
    RunInspection runs;

    @Inject
    History history;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public DashboardResource() {}

    /** As they are now. */
    @GET
    @Operation(summary = "Show the figures an operator looks at first, and the catalogue of operations")
    public DashboardView show() {
        Instant now = inspection.now();
        return new DashboardView(
                now,
                count(KeyState.POISON),
                count(KeyState.OUTCOME_UNKNOWN),
                count(KeyState.IN_PROGRESS),
                CountView.of(inspection.count(KeyFilter.ALL)),
                runs.active(),
                CountView.of(outbox.count(OutboxState.PENDING)),
                CountView.of(outbox.count(OutboxState.POISON)),
                outbox.oldestDue(),
                outbox.unattended().stream().map(DashboardView.SenderView::of).toList(),
                inspection.operations().stream()
                        .map(info -> OperationView.of(info, now))
                        .toList());
    }

    /** What was when. */
    @GET
    @Path("history")
    @Operation(summary = "Show how calls ended over an hour, a day, a week or a month")
    public HistoryView history(@QueryParam("span") @DefaultValue("DAY") String span) {
        HistorySpan chosen = Given.name("span", span, HistorySpan.class).orElse(HistorySpan.DAY);
        return HistoryView.of(chosen, history.of(chosen));
    }

    private CountView count(KeyState state) {
        return CountView.of(inspection.count(KeyFilter.ALL.in(state)));
    }
}
