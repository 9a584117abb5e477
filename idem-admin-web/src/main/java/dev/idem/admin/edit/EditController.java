package dev.idem.admin.edit;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.JsonText;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.RecordLookUp;
import dev.idem.inspect.Actions;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.Decision;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RequestLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;

/** Edits the arguments of a parked call in two steps: write, then look at what changes and ask for the replay. */
@Path("keys/{id}/edit")
@Controller
@RequestScoped
public class EditController {

    private static final String WRITE = "edit/write.html";
    private static final String CONFIRM = "edit/confirm.html";
    private static final int OK = 200;
    private static final int WRONG = 422;
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
    public EditController() {}

    /** The arguments as they came, to be edited. */
    @GET
    public Response write(@QueryParam("as") @DefaultValue(EditForm.FORM) String as) {
        user.require(Permission.EDIT);
        KeyDetail record = record();
        String arguments = JsonText.of(record.arguments().orElse("")).text();
        EditForm form = EditForm.fresh(record.line().version(), arguments, as);
        return show(WRITE, OK, record, Writing.unread(form, operation(record)));
    }

    /** What was written, to be edited further, or in the other way. */
    @POST
    public Response rewrite(MultivaluedMap<String, String> sent) {
        user.require(Permission.EDIT);
        KeyDetail record = record();
        Writing writing = Writing.typed(EditForm.of(sent), operation(record));
        if (!writing.good()) {
            return show(WRITE, WRONG, record, writing);
        }
        String to =
                Objects.requireNonNullElse(sent.getFirst("to"), writing.form().as());
        EditForm form = writing.form().as(to);
        return show(WRITE, OK, record, Writing.unread(indented(form), operation(record)));
    }

    /** To be read by a person, unless it is no JSON. */
    private static EditForm indented(EditForm form) {
        return form.byFields() ? form : form.with(JsonText.of(form.arguments()).text());
    }

    /** What an edit changes, and the form that asks for the replay. Nothing is executed. */
    @POST
    @Path("preview")
    public Response preview(MultivaluedMap<String, String> sent) {
        user.require(Permission.EDIT);
        KeyDetail record = record();
        Writing writing = checked(record, EditForm.of(sent));
        return writing.good() ? show(CONFIRM, OK, record, writing) : show(WRITE, WRONG, record, writing);
    }

    /** Asks for the replay. However often the same form arrives, it is done once. */
    @POST
    @Path("replay")
    public Response replay(MultivaluedMap<String, String> sent) {
        EditForm form = EditForm.of(sent);
        KeyDetail record = record();
        int version = Input.read(form::versionSeen);
        String reason = form.reason().strip();
        if (user.operator().may(Permission.EDIT)) {
            Writing writing = checked(record, form);
            if (!writing.good()) {
                return show(WRITE, WRONG, record, writing);
            }
            if (!form.reasonMistake().isEmpty()) {
                return show(CONFIRM, WRONG, record, writing.wrong(form.reasonMistake()));
            }
            form = writing.form();
        }
        try {
            RequestLine request = actions.replayEdited(
                    user.operator(), new Decision(record.line().id(), version, form.token(), reason), form.arguments());
            return pages.redirect("/keys/" + record.line().id().hex() + "?request=" + request.id() + "#asked");
        } catch (NotAllowedException refused) {
            return again(form, Objects.requireNonNullElse(refused.getMessage(), "It is not allowed."));
        } catch (ChangedMeanwhileException changed) {
            return again(
                    form,
                    "The record was changed since you began, and nothing was executed. What you wrote is kept below: open"
                            + " the record, look at what changed, and begin anew.");
        }
    }

    private Response again(EditForm form, String why) {
        KeyDetail record = record();
        return show(
                WRITE, REFUSED, record, Writing.unread(form, operation(record)).wrong(why));
    }

    private Writing checked(KeyDetail record, EditForm form) {
        Input.read(form::versionSeen);
        Writing writing = Writing.of(record, operation(record), form);
        return writing.good() && writing.edit().changes().isEmpty()
                ? writing.wrong("Nothing is changed yet. To run the call as it came, replay it.")
                : writing;
    }

    private Response show(String view, int status, KeyDetail record, Writing writing) {
        models.put("edit", EditPage.of(record, operation(record), user.operator(), writing));
        return Response.status(status).entity(view).build();
    }

    private Optional<OperationInfo> operation(KeyDetail record) {
        return inspection.operation(record.line().application(), record.line().operation());
    }

    private KeyDetail record() {
        return RecordLookUp.of(inspection, id);
    }
}
