package dev.idem.admin.record;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.ReasonForm;
import dev.idem.admin.web.RecordLookUp;
import dev.idem.admin.web.StateBadge;
import dev.idem.inspect.Actions;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RecordId;
import dev.idem.inspect.Revealed;
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

/** Shows what is masked, once for each reason that is given. */
@Path("keys/{id}/" + RevealController.PATH)
@Controller
@RequestScoped
public class RevealController {

    static final String PATH = "reveal";

    private static final String VIEW = "record/reveal.html";
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

    @PathParam("id")
    String id = "";

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public RevealController() {}

    /** The form that asks why. */
    @GET
    public Response ask() {
        user.require(Permission.REVEAL);
        return show(OK, ReasonForm.fresh(), List.of(), "");
    }

    /** What it keeps. The answer is no page to come back to: sent again, the same form shows nothing. */
    @POST
    public Response reveal(@BeanParam ReasonForm form) {
        RecordId record = RecordLookUp.id(id);
        String mistake = Input.read(form::mistake);
        if (!mistake.isEmpty()) {
            user.require(Permission.REVEAL);
            return show(INCOMPLETE, form, List.of(), mistake);
        }
        try {
            Revealed revealed = actions.reveal(user.operator(), record, form.intent());
            return show(OK, form, RecordPage.Payload.of(revealed), "");
        } catch (NotAllowedException refused) {
            return show(REFUSED, form.again(), List.of(), Objects.requireNonNullElse(refused.getMessage(), ""));
        }
    }

    private Response show(int status, ReasonForm form, List<RecordPage.Payload> payload, String mistake) {
        KeyDetail record = RecordLookUp.of(inspection, id);
        models.put(
                "reveal",
                new RevealPage(
                        record.line().id().hex(),
                        record.line().operation(),
                        record.line().key(),
                        StateBadge.of(record.line().state()),
                        payload,
                        form.token(),
                        form.reason(),
                        mistake));
        return Response.status(status).entity(VIEW).build();
    }

    /**
     * What the page shows.
     *
     * @param id names the record
     * @param operation the operation
     * @param key the key
     * @param state the record's state in words
     * @param payload what it keeps, without masks; empty before the reason is given
     * @param token the action token
     * @param reason what was typed before
     * @param mistake what has to be corrected, "" for nothing
     */
    public record RevealPage(
            String id,
            String operation,
            String key,
            StateBadge state,
            List<RecordPage.Payload> payload,
            String token,
            String reason,
            String mistake) {}
}
