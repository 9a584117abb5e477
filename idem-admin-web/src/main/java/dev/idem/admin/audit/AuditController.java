package dev.idem.admin.audit;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.NumberedPage;
import dev.idem.admin.web.Paging;
import dev.idem.admin.web.PagingLinks;
import dev.idem.admin.web.Query;
import dev.idem.admin.web.Times;
import dev.idem.admin.web.ViewBar;
import dev.idem.inspect.AuditFilter;
import dev.idem.inspect.AuditRecord;
import dev.idem.inspect.AuditTrail;
import dev.idem.inspect.Permission;
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

/** Lists the audit trail, the latest entry first, and checks its chain. Nothing here changes an entry. */
@Path("audit")
@Controller
@RequestScoped
public class AuditController {

    @Inject
    AuditTrail trail;

    @Inject
    CurrentUser user;

    @Inject
    ViewBar views;

    @Inject
    Models models;

    @Context
    UriInfo address;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public AuditController() {}

    /** One page of it. */
    @GET
    public String list(
            @QueryParam("size") @DefaultValue("") String size,
            @QueryParam(Paging.AFTER) @DefaultValue("") String after,
            @QueryParam(Paging.BACK) List<String> back) {
        user.require(Permission.VIEW_AUDIT);
        AuditForm form = AuditForm.of(this::parameter);
        AuditFilter filter = Input.read(form::filter);
        int length = Input.read(() -> Paging.size(size));
        Paging paging = Input.read(() -> Paging.of(after, back, Paging::number));
        NumberedPage<AuditRecord> page =
                NumberedPage.of(trail.entries(filter, paging.afterNumber(), length + 1), length, AuditRecord::id);
        Query query = form.query().with("size", Integer.toString(length));
        Times times = user.times();
        models.put(
                "audit",
                new AuditPage(
                        form,
                        Integer.toString(length),
                        page.lines().stream()
                                .map(line -> AuditRow.of(line, times))
                                .toList(),
                        PagingLinks.of(paging, query, page.next())));
        views.show(SavedView.Place.AUDIT, form.query());
        return "audit/list.html";
    }

    /** Reads the whole trail and says whether every entry is as it was appended. */
    @GET
    @Path("verification")
    public String verification() {
        user.require(Permission.VIEW_AUDIT);
        models.put("chain", Chain.of(trail.verify()));
        return "audit/verification.html";
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(address.getQueryParameters().getFirst(name), "");
    }

    /**
     * What the page shows.
     *
     * @param form the filter
     * @param size how many lines a page has
     * @param rows one for each entry
     * @param links to the pages before and after
     */
    public record AuditPage(AuditForm form, String size, List<AuditRow> rows, PagingLinks links) {

        /** The query of the file with all that match. */
        public String export(String format) {
            return form.query().with("format", format).text();
        }
    }
}
