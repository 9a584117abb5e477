package dev.idem.admin.views;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.ListFilters;
import dev.idem.admin.web.Pages;
import dev.idem.inspect.NotAllowedException;
import dev.idem.inspect.SavedView;
import dev.idem.inspect.SavedView.Place;
import dev.idem.inspect.SavedViews;
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
import java.util.function.Supplier;

/** Saves, renames and removes views of lists. */
@Path("views")
@Controller
@RequestScoped
public class ViewsController {

    private static final int OK = 200;
    private static final int REFUSED = 409;
    private static final int INCOMPLETE = 422;

    @Inject
    SavedViews views;

    @Inject
    ListFilters filters;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    @Inject
    Pages pages;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public ViewsController() {}

    /** One's own and those that are shared. */
    @GET
    public Response list() {
        return show(OK, "");
    }

    /** Saves the filter of a list, and shows that list. */
    @POST
    public Response save(@BeanParam ViewForm form) {
        Place list = Input.read(() -> Place.valueOf(form.place));
        String filter = Input.read(() -> filters.read(list, form.query).text());
        return told(() -> {
            views.save(user.operator(), list, new SavedView.Text(form.name, filter, form.isShared()));
            return pages.redirect(ListFilters.path(list) + filter);
        });
    }

    /** Renames one, shares it, or shares it no more. */
    @POST
    @Path("{id}/change")
    public Response change(@PathParam("id") long id, @BeanParam ViewForm form) {
        return told(() -> {
            views.change(user.operator(), id, form.name, form.isShared());
            return pages.redirect("/views");
        });
    }

    /** Removes one. */
    @POST
    @Path("{id}/remove")
    public Response remove(@PathParam("id") long id) {
        views.remove(user.operator(), id);
        return pages.redirect("/views");
    }

    private Response told(Supplier<Response> work) {
        try {
            return work.get();
        } catch (NotAllowedException refused) {
            return show(REFUSED, String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException mistake) {
            return show(INCOMPLETE, String.valueOf(mistake.getMessage()));
        }
    }

    private Response show(int status, String mistake) {
        models.put("mistake", mistake);
        models.put(
                "rows",
                views.of(user.operator()).stream()
                        .map(view -> ViewRow.of(view, user.operator(), filters.readable(view)))
                        .toList());
        return Response.status(status).entity("views/list.html").build();
    }
}
