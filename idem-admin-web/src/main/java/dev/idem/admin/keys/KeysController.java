package dev.idem.admin.keys;

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
import dev.idem.inspect.OperationInfo;
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

/** Lists keys; the filter is in the address. */
@Path("keys")
@Controller
@RequestScoped
public class KeysController {

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
    public KeysController() {}

    /** One page of them, in the order of {@link Inspection#keys}. */
    @GET
    public String list(
            @QueryParam("size") @DefaultValue("") String size,
            @QueryParam(Paging.AFTER) @DefaultValue("") String after,
            @QueryParam(Paging.BACK) List<String> back) {
        KeysForm form = KeysForm.of(this::parameter);
        KeyFilter filter = Input.read(form::filter);
        int length = Input.read(() -> Paging.size(size));
        Paging paging = Input.read(() -> Paging.of(after, back));
        Page<KeyLine> page = inspection.keys(filter, paging.cursor(), length);
        Times times = user.times();
        List<String> ticked = selection.records(TickedList.KEYS);
        Query query = form.query().with("size", Integer.toString(length));
        models.put(
                "keys",
                new KeysPage(
                        form,
                        Integer.toString(length),
                        page.lines().stream()
                                .map(line -> KeyRow.of(
                                        line, ticked.contains(line.id().hex()), times))
                                .toList(),
                        inspection.count(filter).text(),
                        inspection.operations().stream()
                                .map(OperationInfo::operation)
                                .distinct()
                                .toList(),
                        KeysBulk.of(user.operator()),
                        Ticks.of(
                                TickedList.KEYS,
                                ticked,
                                page.lines().stream()
                                        .map(line -> line.id().hex())
                                        .toList(),
                                paging.here(query).text()),
                        PagingLinks.of(paging, query, page)));
        views.show(SavedView.Place.KEYS, form.query());
        return "keys/list.html";
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(address.getQueryParameters().getFirst(name), "");
    }

    /**
     * What the page shows.
     *
     * @param form the filter
     * @param size how many lines a page has
     * @param rows one for each key
     * @param count how many match, bounded
     * @param operations the names in the catalogue
     * @param bulk what can be done with many of them
     * @param ticks what is ticked
     * @param links to the pages before and after
     */
    public record KeysPage(
            KeysForm form,
            String size,
            List<KeyRow> rows,
            String count,
            List<String> operations,
            KeysBulk bulk,
            Ticks ticks,
            PagingLinks links) {}
}
