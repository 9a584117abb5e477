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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
    private static final Edit UNTOUCHED = new Edit(List.of(), List.of());

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
    public Response write() {
        user.require(Permission.EDIT);
        KeyDetail record = record();
        String arguments = JsonText.of(record.arguments().orElse("")).text();
        return show(WRITE, OK, record, EditForm.fresh(record.line().version(), arguments), UNTOUCHED);
    }

    /** What was written, to be edited further. */
    @POST
    public Response rewrite(@BeanParam EditForm form) {
        user.require(Permission.EDIT);
        return show(WRITE, OK, record(), form, UNTOUCHED);
    }

    /** What an edit changes, and the form that asks for the replay. Nothing is executed. */
    @POST
    @Path("preview")
    public Response preview(@BeanParam EditForm form) {
        user.require(Permission.EDIT);
        KeyDetail record = record();
        Edit edit = checked(record, form);
        return edit.faults().isEmpty() ? show(CONFIRM, OK, record, form, edit) : show(WRITE, WRONG, record, form, edit);
    }

    /** Asks for the replay. However often the same form arrives, it is done once. */
    @POST
    @Path("replay")
    public Response replay(@BeanParam EditForm form) {
        KeyDetail record = record();
        int version = Input.read(form::versionSeen);
        String reason = form.reason.strip();
        if (user.operator().may(Permission.EDIT)) {
            Edit edit = checked(record, form);
            if (!edit.faults().isEmpty()) {
                return show(WRITE, WRONG, record, form, edit);
            }
            if (!form.reasonMistake().isEmpty()) {
                return show(CONFIRM, WRONG, record, form, with(edit, form.reasonMistake()));
            }
        }
        try {
            RequestLine request = actions.replayEdited(
                    user.operator(), new Decision(record.line().id(), version, form.token, reason), form.arguments);
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
        return show(WRITE, REFUSED, record(), form, with(UNTOUCHED, why));
    }

    private static Edit with(Edit edit, String mistake) {
        return new Edit(List.of(new Fault("", mistake)), edit.changes());
    }

    private Edit checked(KeyDetail record, EditForm form) {
        Input.read(form::versionSeen);
        if (!form.tooLong().isEmpty()) {
            return with(UNTOUCHED, form.tooLong());
        }
        Edit edit = Edit.of(record.arguments().orElse("null"), form.arguments, operation(record));
        return edit.faults().isEmpty() && edit.changes().isEmpty()
                ? with(edit, "Nothing is changed yet. To run the call as it came, replay it.")
                : edit;
    }

    private Response show(String view, int status, KeyDetail record, EditForm form, Edit edit) {
        models.put("edit", EditPage.of(record, operation(record), user.operator(), form, edit));
        return Response.status(status).entity(view).build();
    }

    private Optional<OperationInfo> operation(KeyDetail record) {
        return inspection.operation(record.line().application(), record.line().operation());
    }

    private KeyDetail record() {
        return RecordLookUp.of(inspection, id);
    }
}
