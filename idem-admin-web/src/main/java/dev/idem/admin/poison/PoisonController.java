package dev.idem.admin.poison;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.Paging;
import dev.idem.admin.web.PagingLinks;
import dev.idem.admin.web.Query;
import dev.idem.admin.web.Selection;
import dev.idem.admin.web.TickedList;
import dev.idem.admin.web.Ticks;
import dev.idem.admin.web.Times;
import dev.idem.admin.web.ViewBar;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.Page;
import dev.idem.inspect.SavedView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;

/** Lists what waits for a decision: poison messages and unknown outcomes, of all applications. */
@Path("poison")
@Controller
@RequestScoped
public class PoisonController {

    @Inject
    Inspection inspection;

    @Inject
    CurrentUser user;

    @Inject
    Selection selection;

    @Inject
    ViewBar views;

    @Inject
    Models models;

    @Context
    UriInfo address;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public PoisonController() {}

    /** One page of them, the last parked first. */
    @GET
    public String list(
            @QueryParam(Paging.AFTER) @DefaultValue("") String after,
            @QueryParam(Paging.BACK) List<String> back,
            @QueryParam("size") @DefaultValue("") String size) {
        Paging paging = Input.read(() -> Paging.of(after, back));
        int length = Input.read(() -> Paging.size(size));
        PoisonForm form = PoisonForm.of(this::parameter);
        KeyFilter filter = Input.read(form::filter);
        Page<KeyLine> page = inspection.keys(filter, paging.cursor(), length);
        Times times = user.times();
        List<String> ticked = selection.records(TickedList.POISON);
        List<PoisonRow> rows = page.lines().stream()
                .map(line -> PoisonRow.of(line, ticked.contains(line.id().hex()), times))
                .toList();
        Query query = form.query().with("size", size);
        models.put(
                "poison",
                new PoisonPage(
                        form,
                        rows,
                        inspection.count(filter).text(),
                        Bulk.of(user.operator()),
                        Ticks.of(
                                TickedList.POISON,
                                ticked,
                                rows.stream().map(PoisonRow::id).toList(),
                                paging.here(query).text()),
                        PagingLinks.of(paging, query, page)));
        views.show(SavedView.Place.POISON, form.query());
        return "poison/list.html";
    }

    /** The same, grouped by cause, the largest group first. */
    @GET
    @Path("groups")
    public String groups() {
        Times times = user.times();
        models.put(
                "groups",
                inspection.groups().stream()
                        .map(group -> GroupRow.of(group, Bulk.of(user.operator()), times))
                        .toList());
        return "poison/groups.html";
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(address.getQueryParameters().getFirst(name), "");
    }

    /**
     * What the page shows.
     *
     * @param form the filter
     * @param rows one for each message
     * @param count how many match, bounded
     * @param bulk what can be done with many of them
     * @param ticks what is ticked
     * @param links to the pages before and after
     */
    public record PoisonPage(
            PoisonForm form, List<PoisonRow> rows, String count, Bulk bulk, Ticks ticks, PagingLinks links) {

        /** The query of the page about the cause whose calls these are, "" if they are of several. */
        public String about() {
            return form.isCause() ? form.query().text() : "";
        }
    }
}
