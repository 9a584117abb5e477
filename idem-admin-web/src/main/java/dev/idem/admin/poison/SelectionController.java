package dev.idem.admin.poison;

import dev.idem.admin.web.Input;
import dev.idem.admin.web.Pages;
import dev.idem.admin.web.Selection;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Remembers what is ticked, and leads to another page of the list. It changes no record. */
@Path("poison/selection")
@Controller
@RequestScoped
public class SelectionController {

    private static final String VIEW = "poison/full.html";

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
     * @param records all that is ticked, here and on other pages
     * @param go the query of the page to go to
     * @param none the same, and nothing is to be ticked there
     */
    @POST
    public Response remember(
            @FormParam("record") List<String> records,
            @FormParam("go") @DefaultValue("") String go,
            @FormParam("none") @DefaultValue("-") String none) {
        boolean untick = !none.equals("-");
        String query = query(untick ? none : go);
        if (untick) {
            selection.clear();
        } else if (!Input.read(() -> selection.replace(records))) {
            models.put("full", new Full(Inspection.LONGEST_PAGE, query));
            return Response.status(422).entity(VIEW).build();
        }
        return pages.redirect("/poison" + query);
    }

    /** Nothing but a query: it cannot lead elsewhere. */
    private static String query(String text) {
        if (!text.isEmpty() && !text.startsWith("?")) {
            throw new BadRequestException("a query is needed");
        }
        return Input.read(() -> URI.create(text).toString());
    }

    /** More was ticked than fits. */
    public record Full(int most, String query) {}
}
