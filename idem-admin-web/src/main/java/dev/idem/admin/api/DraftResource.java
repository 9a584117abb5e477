package dev.idem.admin.api;

import dev.idem.admin.web.CurrentUser;
import dev.idem.inspect.EditDrafts;
import dev.idem.inspect.RecordId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's draft of an edit. */
@Path("keys/{id}/draft")
@Tag(name = "Decisions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DraftResource {

    @PathParam("id")
    String id = "";

    @Inject
    EditDrafts drafts;

    @Inject
    Once once;

    @Inject
    CurrentUser user;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public DraftResource() {}

    /** What is kept. */
    @GET
    @Operation(
            summary = "Show your draft of an edit",
            description = "Nobody else sees it. It goes when the edit is asked for, and after 30 days.")
    public DraftView show() {
        return drafts.of(user.operator(), Given.record(id)).map(DraftView::of).orElseThrow(() -> Given.none("draft"));
    }

    /** Keeps it. */
    @POST
    @Operation(
            summary = "Save a draft of an edit",
            description =
                    "All arguments, one entry for each parameter, in place of the draft before. Of a hidden value only"
                            + " whether it is to stay is kept.")
    @APIResponseSchema(SavedDraftView.class)
    public Response save(@BeanParam RecordHeaders headers, Drafted body) {
        RecordId record = Given.record(id);
        int version = headers.version(body.version());
        String arguments = body.arguments().toString();
        return once.answer(
                headers,
                action ->
                        Once.Done.now("", SavedDraftView.of(drafts.save(user.operator(), record, version, arguments))));
    }

    /** Throws it away. */
    @POST
    @Path("discard")
    @Operation(summary = "Discard your draft of an edit")
    @APIResponseSchema(DiscardedView.class)
    public Response discard(@BeanParam Headers headers) {
        RecordId record = Given.record(id);
        return once.answer(
                headers,
                action -> Once.Done.now("", new DiscardedView(record.hex(), drafts.discard(user.operator(), record))));
    }
}
