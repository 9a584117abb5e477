package dev.idem.admin.selection;

import dev.idem.admin.web.Input;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.Selection;
import dev.idem.admin.web.TickedList;
import dev.idem.inspect.Inspection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Remembers what is ticked, and leads to another page of its list. It changes no record. */
@Path("{list: poison|keys}/selection")
@Controller
@RequestScoped
public class SelectionController {

    private static final String VIEW = "selection/full.html";

    @Inject
    Selection selection;

    @Inject
    Models models;

    @Inject
    Pages pages;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public SelectionController() {}

    /**
     * Remembers it.
     *
     * @param path the list
     * @param records all that is ticked, here and on other pages
     * @param go the query of the page to go to
     * @param none the same, and nothing is to be ticked there
     */
    @POST
    public Response remember(
            @PathParam("list") String path,
            @FormParam("record") List<String> records,
            @FormParam("go") @DefaultValue("") String go,
            @FormParam("none") @DefaultValue("-") String none) {
        TickedList list = TickedList.of(path);
        boolean untick = !none.equals("-");
        String query = query(untick ? none : go);
        if (untick) {
            selection.clear(list);
        } else if (!Input.read(() -> selection.replace(list, records))) {
            models.put("full", new Full(Inspection.LONGEST_PAGE, list.path(), query));
            return Response.status(422).entity(VIEW).build();
        }
        return pages.redirect("/" + list.path() + query);
    }

    /** Nothing but a query: it cannot lead elsewhere. */
    private static String query(String text) {
        if (!text.isEmpty() && !text.startsWith("?")) {
            throw new BadRequestException("a query is needed");
        }
        return Input.read(() -> URI.create(text).toString());
    }

    /** More was ticked than fits. */
    public record Full(int most, String list, String query) {}
}
