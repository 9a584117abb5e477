package dev.idem.admin.alerts;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Times;
import dev.idem.inspect.Alerts;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Shows the rules of alerts and what they said, and sends a test. */
@Path("settings/alerts")
@Controller
@RequestScoped
public class AlertsController {

    private static final String VIEW = "alerts/alerts.html";
    private static final int REFUSED = 409;

    @Inject
    Alerts alerts;

    @Inject
    AlertTest test;

    @Inject
    Inspection inspection;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public AlertsController() {}

    /** The rules, and what they said in the last 30 days. */
    @GET
    public String show() {
        return view("", "");
    }

    /** Sends a test, and shows how it went. */
    @POST
    @Path("test")
    public Response test() {
        try {
            Optional<String> error = test.send(user.operator());
            return Response.ok(view(
                            error.isEmpty() ? "The receiver took the test message." : "",
                            error.map(why -> "The receiver did not take the test message: " + why + ".")
                                    .orElse("")))
                    .build();
        } catch (NotAllowedException refused) {
            return Response.status(REFUSED)
                    .entity(view("", "Nothing was sent: " + refused.getMessage() + "."))
                    .build();
        }
    }

    private String view(String good, String bad) {
        AlertSettings settings = AlertSettings.of(ConfigProvider.getConfig());
        Times times = user.times(inspection.now());
        models.put("administers", user.operator().may(Permission.ADMINISTER_USERS));
        models.put(
                "alerts",
                new AlertsPage(
                        settings.receiver().map(AlertReceiver::name).orElse(""),
                        settings.receiver()
                                .map(receiver -> receiver.protection().name())
                                .orElse(""),
                        RuleRow.of(settings),
                        alerts.all().stream()
                                .map(line -> AlertRow.of(line, times))
                                .toList(),
                        user.operator().may(Permission.TEST_ALERTS),
                        good,
                        bad));
        return VIEW;
    }

    /**
     * What the page shows.
     *
     * @param receiver who is told, "" if nobody is
     * @param protection how the receiver knows who sent a message
     * @param rules the rules
     * @param rows what they said
     * @param tests whether a test may be sent
     * @param good what went well, "" for nothing
     * @param bad what did not, "" for nothing
     */
    public record AlertsPage(
            String receiver,
            String protection,
            List<RuleRow> rules,
            List<AlertRow> rows,
            boolean tests,
            String good,
            String bad) {}
}
