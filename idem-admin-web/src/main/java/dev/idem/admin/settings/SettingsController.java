package dev.idem.admin.settings;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Times;
import dev.idem.inspect.History;
import dev.idem.inspect.HistorySpan;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.Permission;
import dev.idem.inspect.StoreInfo;
import dev.idem.inspect.StoreInspection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;

/** Shows what is set and where everything is kept. */
@Path("settings")
@Controller
@RequestScoped
public class SettingsController {

    @Inject
    Inspection inspection;

    @Inject
    StoreInspection store;

    @Inject
    History history;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public SettingsController() {}

    /** The settings in force, of this console and of the operations. */
    @GET
    public String settings() {
        tabs();
        models.put(
                "settings",
                new SettingsPage(
                        SettingRow.all(),
                        inspection.operations().stream()
                                .map(OperationSettings::of)
                                .toList()));
        return "settings/settings.html";
    }

    /** Who may do what. */
    @GET
    @Path("roles")
    public String roles() {
        tabs();
        models.put("matrix", RoleMatrix.rows());
        return "settings/roles.html";
    }

    /** The database, the purge and this node. */
    @GET
    @Path("store")
    public String store() {
        tabs();
        Instant now = Instant.now();
        StoreInfo about = store.store();
        Times times = user.times(about.now());
        models.put(
                "store",
                new StorePage(
                        about.product(),
                        about.version(),
                        times.at(about.now()),
                        Drift.of(now, about.now()).words(),
                        store.purge().stream().map(lag -> LagRow.of(lag, times)).toList(),
                        PurgeDay.of(history.of(HistorySpan.MONTH))));
        return "settings/store.html";
    }

    /** Which version this is, and what to send to who helps. */
    @GET
    @Path("about")
    public String about() {
        tabs();
        StoreInfo about = store.store();
        models.put("about", AboutNode.now());
        models.put("database", about.product() + " " + about.version());
        return "settings/about.html";
    }

    private void tabs() {
        models.put("administers", user.operator().may(Permission.ADMINISTER_USERS));
    }

    /**
     * What the first page shows.
     *
     * @param console what is set for this console
     * @param operations what each operation announced
     */
    public record SettingsPage(List<SettingRow> console, List<OperationSettings> operations) {}

    /**
     * What the page about the store shows.
     *
     * @param product the database's name
     * @param version the database's version
     * @param time the time by its clock
     * @param drift how this node's clock stands to it
     * @param purge how far the purge is
     * @param days what it did in the last 30 days
     */
    public record StorePage(
            String product, String version, String time, String drift, List<LagRow> purge, List<PurgeDay> days) {}
}
