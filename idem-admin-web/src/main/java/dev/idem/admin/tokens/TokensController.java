package dev.idem.admin.tokens;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.Paging;
import dev.idem.admin.web.PagingLinks;
import dev.idem.admin.web.Times;
import dev.idem.admin.web.ViewBar;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.NoSuchRecordException;
import dev.idem.inspect.OperationInfo;
import dev.idem.inspect.Page;
import dev.idem.inspect.SavedView;
import dev.idem.inspect.TokenFilter;
import dev.idem.inspect.TokenInspection;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;

/** Lists one-time tokens, the last issued first, and shows one. */
@Path("tokens")
@Controller
@RequestScoped
public class TokensController {

    @Inject
    TokenInspection tokens;

    @Inject
    Inspection inspection;

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
    public TokensController() {}

    /** One page of them. */
    @GET
    public String list(
            @QueryParam("size") @DefaultValue("") String size,
            @QueryParam(Paging.AFTER) @DefaultValue("") String after,
            @QueryParam(Paging.BACK) List<String> back) {
        TokensForm form = TokensForm.of(this::parameter);
        TokenFilter filter = Input.read(form::filter);
        int length = Input.read(() -> Paging.size(size));
        Paging paging = Input.read(() -> Paging.of(after, back));
        Page<TokenLine> page = tokens.tokens(filter, paging.cursor(), length);
        Times times = user.times();
        models.put(
                "tokens",
                new TokensPage(
                        form,
                        Integer.toString(length),
                        page.lines().stream()
                                .map(line -> TokenRow.of(line, times))
                                .toList(),
                        tokens.count(filter).text(),
                        inspection.operations().stream()
                                .map(OperationInfo::operation)
                                .distinct()
                                .toList(),
                        PagingLinks.of(paging, form.query().with("size", Integer.toString(length)), page)));
        views.show(SavedView.Place.TOKENS, form.query());
        return "tokens/list.html";
    }

    /** One of them. */
    @GET
    @Path("{id}")
    public String show(@PathParam("id") String id) {
        TokenLine line = tokens.token(id).orElseThrow(() -> new NoSuchRecordException("there is no such token"));
        String record =
                inspection.key(line.record()).map(found -> line.record().hex()).orElse("");
        models.put(
                "token",
                TokenPage.of(
                        line,
                        record,
                        tokens.count(TokenFilter.of(line.group()).in(TokenState.GOOD)),
                        user.operator(),
                        user.times()));
        return "tokens/detail.html";
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(address.getQueryParameters().getFirst(name), "");
    }

    /**
     * What the page shows.
     *
     * @param form the filter
     * @param size how many lines a page has
     * @param rows one for each token
     * @param count how many match, bounded
     * @param operations the names in the catalogue
     * @param links to the pages before and after
     */
    public record TokensPage(
            TokensForm form,
            String size,
            List<TokenRow> rows,
            String count,
            List<String> operations,
            PagingLinks links) {}
}
