package dev.idem.admin.api;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.ListFilters;
import dev.idem.admin.web.Told;
import dev.idem.inspect.SavedView;
import dev.idem.inspect.SavedView.Place;
import dev.idem.inspect.SavedViews;
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

/** Filters of lists that have a name. */
@Path("views")
@Tag(name = "Saved views")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ViewsResource {

    private static final int INCOMPLETE = 422;

    @Inject
    SavedViews views;

    @Inject
    ListFilters filters;

    @Inject
    Once once;

    @Inject
    CurrentUser user;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public ViewsResource() {}

    /** The caller's own and those that are shared. */
    @GET
    @Operation(summary = "List saved views: your own, and those that are shared")
    public ViewList list() {
        return new ViewList(views.of(user.operator()).stream().map(this::view).toList());
    }

    /** Saves one. */
    @POST
    @Operation(
            summary = "Save a filter of a list under a name",
            description = "The query is that of the page's address, such as ?state=FAILED. To share it needs ANNOTATE.")
    @APIResponseSchema(ViewView.class)
    public Response save(@BeanParam Headers headers, NamedFilter body) {
        Place place = Given.name("list", body.list(), Place.class)
                .orElseThrow(() -> new Told(INCOMPLETE, "Say which list in the field list."));
        SavedView.Text text = Given.fields(() -> new SavedView.Text(
                body.name(), filters.read(place, body.query()).text(), body.shared()));
        return once.answer(headers, action -> Once.Done.now("/views", view(views.save(user.operator(), place, text))));
    }

    /** Renames one. */
    @POST
    @Path("{number}/change")
    @Operation(
            summary = "Rename a saved view, share it or share it no more",
            description = "One that is shared, or is to be, needs ANNOTATE, whoever saved it.")
    @APIResponseSchema(ViewView.class)
    public Response change(@BeanParam Headers headers, @PathParam("number") String number, RenamedView body) {
        long id = Given.number("view", number);
        return once.answer(
                headers,
                action -> Once.Done.now(
                        "/views",
                        view(Given.fields(() -> views.change(user.operator(), id, body.name(), body.shared())))));
    }

    /** Removes one. */
    @POST
    @Path("{number}/remove")
    @Operation(summary = "Remove a saved view", description = "One that is shared needs ANNOTATE, whoever saved it.")
    @APIResponseSchema(RemovedView.class)
    public Response remove(@BeanParam Headers headers, @PathParam("number") String number) {
        long id = Given.number("view", number);
        return once.answer(headers, action -> {
            views.remove(user.operator(), id);
            return Once.Done.now("/views", new RemovedView(id));
        });
    }

    private ViewView view(SavedView view) {
        return ViewView.of(view, filters.readable(view));
    }
}
