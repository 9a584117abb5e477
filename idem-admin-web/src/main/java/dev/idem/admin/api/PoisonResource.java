package dev.idem.admin.api;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Paging;
import dev.idem.inspect.CauseId;
import dev.idem.inspect.CauseNote;
import dev.idem.inspect.CauseNotes;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for a decision. */
@Path("poison")
@Tag(name = "Keys")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PoisonResource {

    @Inject
    Inspection inspection;

    @Inject
    CauseNotes notes;

    @Inject
    Once once;

    @Inject
    CurrentUser user;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public PoisonResource() {}

    /** One page of it, the last parked first. */
    @GET
    @Operation(summary = "List what waits for a decision: poison messages and unknown outcomes")
    public KeyPage list(
            @QueryParam("application") @DefaultValue("") String application,
            @QueryParam("operation") @DefaultValue("") String operation,
            @QueryParam("cause") @DefaultValue("") String cause,
            @QueryParam("size") @DefaultValue("25") String size,
            @QueryParam(Paging.AFTER) @DefaultValue("") String after) {
        KeyFilter filter = Given.filter(() -> new KeyFilter(
                Given.text(application),
                Given.text(operation),
                Set.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Given.text(cause)));
        Paging paging = Given.cursor(() -> Paging.of(after, List.of()));
        return KeyPage.of(inspection.keys(filter, paging.cursor(), Given.size(size)), inspection.count(filter));
    }

    /** The same, grouped by cause. */
    @GET
    @Path("groups")
    @Operation(summary = "Group what waits by its cause")
    public GroupList groups() {
        return GroupList.of(inspection.groups());
    }

    /** Writes down what is known of a cause. */
    @POST
    @Path("cause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Write owner, ticket and note of a cause",
            description =
                    "All three are replaced, if the version is the one that the groups have; 0 if nobody wrote anything yet.")
    @APIResponseSchema(NoteView.class)
    public Response note(@BeanParam Headers headers, Noted body) {
        CauseId cause = Given.fields(() -> new CauseId(body.application(), body.operation(), body.cause()));
        CauseNote.Text text = Given.fields(() -> new CauseNote.Text(body.owner(), body.ticket(), body.note()));
        return once.answer(
                headers,
                action -> Once.Done.now("", NoteView.of(notes.write(user.operator(), cause, text, body.version()))));
    }
}
