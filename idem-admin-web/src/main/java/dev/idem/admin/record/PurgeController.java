package dev.idem.admin.record;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.RecordLookUp;
import dev.idem.inspect.Actions;
import dev.idem.inspect.Decision;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RecordId;
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
import java.util.Objects;

/** Deletes a record for good, in two steps: say why, then look at what goes and type its id. */
@Path("keys/{id}/" + PurgeController.PATH)
@Controller
@RequestScoped
public class PurgeController {

    static final String PATH = "purge";

    private static final String VIEW = "record/purge.html";
    private static final int OK = 200;
    private static final int INCOMPLETE = 422;
    private static final int REFUSED = 409;

    @Inject
    Inspection inspection;

    @Inject
    Actions actions;

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
    public PurgeController() {}

    /** What it means, and the form that asks why. */
    @GET
    public Response explain() {
        user.require(Permission.PURGE);
        KeyDetail record = record();
        return show(record, OK, false, PurgeForm.fresh(record.line().version()), "");
    }

    /** What goes, and the form that deletes it. Nothing is deleted yet. */
    @POST
    public Response ask(@BeanParam PurgeForm form) {
        user.require(Permission.PURGE);
        Input.read(form::versionSeen);
        String mistake = form.reasonMistake();
        return mistake.isEmpty()
                ? show(record(), OK, true, form, "")
                : show(record(), INCOMPLETE, false, form, mistake);
    }

    /** Deletes it. However often the same form arrives, it is done once. */
    @POST
    @Path("confirmed")
    public Response purge(@BeanParam PurgeForm form) {
        int version = Input.read(form::versionSeen);
        RecordId record = RecordLookUp.id(id);
        String mistake = form.reasonMistake().isEmpty() ? form.typedMistake(record.hex()) : form.reasonMistake();
        if (!mistake.isEmpty()) {
            user.require(Permission.PURGE);
            return show(record(), INCOMPLETE, true, form, mistake);
        }
        try {
            actions.purge(user.operator(), new Decision(record, version, form.token, form.reason.strip()));
            return pages.redirect("/audit?record=" + record.hex());
        } catch (NotAllowedException refused) {
            return show(record(), REFUSED, true, form, Objects.requireNonNullElse(refused.getMessage(), ""));
        }
    }

    private Response show(KeyDetail record, int status, boolean second, PurgeForm form, String mistake) {
        PurgePage.Kept kept = new PurgePage.Kept(
                inspection.attempts(record.line().id()).size(),
                inspection.requests(record.line().id()).size());
        models.put("purge", PurgePage.of(record, kept, second, form, mistake));
        return Response.status(status).entity(VIEW).build();
    }

    private KeyDetail record() {
        return RecordLookUp.of(inspection, id);
    }
}
