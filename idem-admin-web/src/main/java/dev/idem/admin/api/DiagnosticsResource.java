package dev.idem.admin.api;

import dev.idem.admin.settings.AboutNode;
import dev.idem.admin.settings.OperationSettings;
import dev.idem.admin.settings.SettingRow;
import dev.idem.inspect.HistorySpan;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.StoreInfo;
import dev.idem.inspect.StoreInspection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What helps who looks for the cause of a trouble from afar. */
@Path("diagnostics")
@Tag(name = "Dashboard")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DiagnosticsResource {

    @Inject
    DashboardResource dashboard;

    @Inject
    AlertsResource alerts;

    @Inject
    Inspection inspection;

    @Inject
    StoreInspection store;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public DiagnosticsResource() {}

    /** All of it, for a file. */
    @GET
    @Operation(
            summary = "Show what helps to find the cause of a trouble from afar",
            description = "Versions, settings in force, figures, history of a month, alerts and operations. No key,"
                    + " argument, result, user or secret is in it.")
    @APIResponseSchema(DiagnosticsView.class)
    public Response show() {
        return Response.ok(view())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"idem-diagnostics.json\"")
                .build();
    }

    private DiagnosticsView view() {
        return new DiagnosticsView(
                console(AboutNode.now()),
                store(store.store()),
                dashboard.show(),
                dashboard.history(HistorySpan.MONTH.name()),
                alerts.list().alerts(),
                inspection.operations().stream().map(OperationSettings::of).toList());
    }

    private static DiagnosticsView.ConsoleView console(AboutNode node) {
        return new DiagnosticsView.ConsoleView(
                node.version(),
                node.java(),
                node.system(),
                node.clock(),
                node.heapMebibytes(),
                node.mostHeapMebibytes(),
                SettingRow.all());
    }

    private DiagnosticsView.StoreView store(StoreInfo about) {
        return new DiagnosticsView.StoreView(
                about.product(),
                about.version(),
                about.now(),
                store.purge().stream().map(DiagnosticsView.LagView::of).toList());
    }
}
