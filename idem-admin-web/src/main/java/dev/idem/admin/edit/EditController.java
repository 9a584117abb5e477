package dev.idem.admin.edit;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.JsonText;
import dev.idem.admin.web.Pages;
import dev.idem.inspect.Actions;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.Decision;
import dev.idem.inspect.EditDraft;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.Permission;
import dev.idem.inspect.RequestLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
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

    private static final String STALE =
            "The record was changed since you began this draft, which is below as you left it. Open the"
                    + " record, look at what changed, discard the draft, and begin anew.";

    @Inject
    Actions actions;

    @Inject
    EditPages edits;

    @Inject
    CurrentUser user;

    @Inject
    Pages pages;

    @PathParam("id")
    String id = "";

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public EditController() {}

    /** The arguments as they came, or as the operator's draft has them, to be edited. */
    @GET
    public Response write(@QueryParam("as") @DefaultValue(EditForm.FORM) String as) {
        user.require(Permission.EDIT);
        KeyDetail record = edits.record(id);
        Optional<EditDraft> draft = edits.draft(record);
        int version = draft.map(EditDraft::version).orElse(record.line().version());
        EditForm form = EditForm.fresh(version, arguments(record, draft), as);
        Writing writing = Writing.unread(form, edits.operation(record));
        return version == record.line().version()
                ? edits.write(EditPages.OK, record, writing)
                : edits.write(EditPages.REFUSED, record, writing.wrong(STALE));
    }

    /** To be read by a person; a draft is never cut. */
    private static String arguments(KeyDetail record, Optional<EditDraft> draft) {
        JsonText text = JsonText.of(
                draft.map(EditDraft::arguments).or(record::arguments).orElse(""));
        return text.cut() && draft.isPresent() ? draft.get().arguments() : text.text();
    }

    /** What was written, to be edited further, or in the other way. */
    @POST
    public Response rewrite(MultivaluedMap<String, String> sent) {
        user.require(Permission.EDIT);
        KeyDetail record = edits.record(id);
        Writing writing = Writing.typed(EditForm.of(sent), edits.operation(record));
        if (!writing.good()) {
            return edits.write(EditPages.WRONG, record, writing);
        }
        String to =
                Objects.requireNonNullElse(sent.getFirst("to"), writing.form().as());
        EditForm form = writing.form().as(to);
        return edits.write(EditPages.OK, record, Writing.unread(indented(form), edits.operation(record)));
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
        KeyDetail record = edits.record(id);
        Writing writing = checked(record, EditForm.of(sent));
        return writing.good()
                ? edits.confirm(EditPages.OK, record, writing)
                : edits.write(EditPages.WRONG, record, writing);
    }

    /** Asks for the replay. However often the same form arrives, it is done once. */
    @POST
    @Path("replay")
    public Response replay(MultivaluedMap<String, String> sent) {
        EditForm form = EditForm.of(sent);
        KeyDetail record = edits.record(id);
        int version = Input.read(form::versionSeen);
        String reason = form.reason().strip();
        if (user.operator().may(Permission.EDIT)) {
            Writing writing = checked(record, form);
            if (!writing.good()) {
                return edits.write(EditPages.WRONG, record, writing);
            }
            if (!form.reasonMistake().isEmpty()) {
                return edits.confirm(EditPages.WRONG, record, writing.wrong(form.reasonMistake()));
            }
            form = writing.form();
        }
        try {
            Decision decision = new Decision(record.line().id(), version, form.token(), reason);
            RequestLine request = form.asNew()
                    ? actions.replayAsNew(user.operator(), decision, form.arguments())
                    : actions.replayEdited(user.operator(), decision, form.arguments());
            return pages.redirect("/keys/" + request.record().hex() + "?request=" + request.id() + "#asked");
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
        KeyDetail record = edits.record(id);
        return edits.write(
                EditPages.REFUSED,
                record,
                Writing.unread(form, edits.operation(record)).wrong(why));
    }

    private Writing checked(KeyDetail record, EditForm form) {
        Input.read(form::versionSeen);
        Writing writing = Writing.of(record, edits.operation(record), form);
        return writing.good() && writing.edit().changes().isEmpty()
                ? writing.wrong("Nothing is changed yet. To run the call as it came, replay it.")
                : writing;
    }
}
