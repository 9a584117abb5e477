package dev.idem.admin.edit;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.RecordLookUp;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.EditDrafts;
import dev.idem.inspect.KeyDetail;
import dev.idem.inspect.NotAllowedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/**
 * Keeps what is written for an edit and not sent. The page sends it by itself while somebody writes, and takes of the answer what
 * it says of the draft; without scripts a button sends it.
 */
@Path("keys/{id}/edit/draft")
@Controller
@RequestScoped
public class DraftController {

    @Inject
    EditDrafts drafts;

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
    public DraftController() {}

    /** Saves what was written. What cannot be read is told, and stays in its field, but not in the draft. */
    @POST
    public Response save(MultivaluedMap<String, String> sent) {
        EditForm form = EditForm.of(sent);
        int version = Input.read(form::versionSeen);
        KeyDetail record = edits.record(id);
        Writing writing = Writing.typed(form, edits.operation(record));
        try {
            drafts.save(user.operator(), record.line().id(), version, writing.readable());
        } catch (ChangedMeanwhileException changed) {
            return edits.write(EditPages.REFUSED, record, writing, "the record was changed since you began");
        } catch (NotAllowedException refused) {
            return edits.write(
                    EditPages.REFUSED,
                    record,
                    writing,
                    Objects.requireNonNullElse(refused.getMessage(), "it is not allowed"));
        }
        return writing.good()
                ? page(form.as())
                : edits.write(EditPages.WRONG, record, writing, "what cannot be read is left out");
    }

    /** Throws it away: the page shows the call as it came. */
    @POST
    @Path("discard")
    public Response discard(@FormParam("as") String as) {
        drafts.discard(user.operator(), RecordLookUp.id(id));
        return page(Objects.requireNonNullElse(as, EditForm.FORM));
    }

    private Response page(String as) {
        String way = as.equals(EditForm.JSON) ? "?as=" + EditForm.JSON : "";
        return pages.redirect("/keys/" + RecordLookUp.id(id).hex() + "/edit" + way);
    }
}
