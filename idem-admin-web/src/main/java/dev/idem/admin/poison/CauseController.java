package dev.idem.admin.poison;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.Times;
import dev.idem.inspect.CauseId;
import dev.idem.inspect.CauseNote;
import dev.idem.inspect.CauseNotes;
import dev.idem.inspect.ChangedMeanwhileException;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;

/** A cause: what waits of it, and what operators know of it. */
@Path("poison/cause")
@Controller
@RequestScoped
public class CauseController {

    private static final String VIEW = "poison/cause.html";
    private static final int INCOMPLETE = 422;
    private static final int REFUSED = 409;

    @Inject
    Inspection inspection;

    @Inject
    CauseNotes notes;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    @Inject
    Pages pages;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public CauseController() {}

    /** What is known of it, and the form that changes it. */
    @GET
    public String show(
            @QueryParam("application") @DefaultValue("") String application,
            @QueryParam("operation") @DefaultValue("") String operation,
            @QueryParam("cause") @DefaultValue("") String cause) {
        CauseId id = Input.read(() -> new CauseId(application, operation, cause));
        Optional<CauseNote> note = notes.of(id);
        CauseNote.Text text = note.map(CauseNote::text).orElse(CauseNote.Text.NONE);
        show(id, note, CausePage.Words.of(text), "");
        return VIEW;
    }

    /** Writes it. */
    @POST
    public Response write(@BeanParam CauseForm form) {
        CauseId id = Input.read(form::id);
        int version = Input.read(form::version);
        CauseNote.Text text;
        try {
            text = form.text();
        } catch (IllegalArgumentException mistake) {
            user.require(Permission.ANNOTATE);
            return again(id, form, INCOMPLETE, "Nothing was written: " + words(mistake) + ".");
        }
        try {
            notes.write(user.operator(), id, text, version);
            return pages.redirect("/poison/cause" + CausePage.query(id).text());
        } catch (ChangedMeanwhileException refused) {
            String by = notes.of(id).map(CauseNote::changedBy).orElse("Somebody");
            return again(
                    id,
                    form,
                    REFUSED,
                    by + " wrote meanwhile, and nothing of yours was written. Below is what you typed;"
                            + " look at theirs in another tab, then save again to replace it.");
        }
    }

    private static String words(Exception failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "it is too long");
    }

    private Response again(CauseId id, CauseForm form, int status, String mistake) {
        show(id, notes.of(id), new CausePage.Words(form.owner, form.ticket, form.note), mistake);
        return Response.status(status).entity(VIEW).build();
    }

    private void show(CauseId id, Optional<CauseNote> note, CausePage.Words words, String mistake) {
        Times times = user.times();
        Optional<GroupRow> group = inspection.groups().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> GroupRow.of(each, Bulk.of(user.operator()), times));
        boolean writable = user.operator().may(Permission.ANNOTATE);
        models.put("about", CausePage.of(id, group, new CausePage.Written(note, times), words, writable, mistake));
    }
}
