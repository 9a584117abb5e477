package dev.idem.admin.edit;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.RecordLookUp;
import dev.idem.admin.web.Relatives;
import dev.idem.inspect.DerivedCalls;
import dev.idem.inspect.EditDraft;
import dev.idem.inspect.EditDrafts;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Shows the two pages of an edit. */
@RequestScoped
public class EditPages {

    static final int OK = 200;
    static final int WRONG = 422;
    static final int REFUSED = 409;

    private static final String WRITE = "edit/write.html";
    private static final String CONFIRM = "edit/confirm.html";

    @Inject
    Inspection inspection;

    @Inject
    EditDrafts drafts;

    @Inject
    DerivedCalls derived;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public EditPages() {}

    /** The form to write in, which saves itself where there are scripts. */
    Response write(int status, KeyDetail record, Writing writing) {
        return write(status, record, writing, "");
    }

    /**
     * The form to write in.
     *
     * @param unsaved why what was written is not saved as a draft, "" if it is, or nobody asked
     */
    Response write(int status, KeyDetail record, Writing writing, String unsaved) {
        models.put("draft", DraftLine.of(draft(record), record.line().version(), user.times(), unsaved));
        models.put("scripted", true);
        models.put(
                "three", status == REFUSED ? ThreeWay.of(record, writing.form().arguments()) : ThreeWay.NONE);
        return show(WRITE, status, record, writing);
    }

    /** What it changes, and the form that asks for it. */
    Response confirm(int status, KeyDetail record, Writing writing) {
        return show(CONFIRM, status, record, writing);
    }

    private Response show(String view, int status, KeyDetail record, Writing writing) {
        models.put(
                "warnings",
                Relatives.of(derived, record.line().id()).warning().stream().toList());
        models.put("edit", EditPage.of(record, operation(record), user.operator(), writing));
        return Response.status(status).entity(view).build();
    }

    /** What the operator began to write, if anything. */
    Optional<EditDraft> draft(KeyDetail record) {
        return user.operator().may(Permission.EDIT)
                ? drafts.of(user.operator(), record.line().id())
                : Optional.empty();
    }

    KeyDetail record(String id) {
        return RecordLookUp.of(inspection, id);
    }

    Optional<OperationInfo> operation(KeyDetail record) {
        return inspection.operation(record.line().application(), record.line().operation());
    }
}
