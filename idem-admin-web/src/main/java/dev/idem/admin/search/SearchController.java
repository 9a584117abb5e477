package dev.idem.admin.search;

import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Input;
import dev.idem.admin.web.Times;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Shows on one page what there is about a key, a token or a name. */
@Path("search")
@Controller
@RequestScoped
public class SearchController {

    @Inject
    Finder finder;

    @Inject
    CurrentUser user;

    @Inject
    Models models;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public SearchController() {}

    /** What is found, or how to search. */
    @GET
    public String find(
            @QueryParam("q") @DefaultValue("") String text, @QueryParam("scope") @DefaultValue("") String scope) {
        Wanted wanted = Input.read(() -> Wanted.of(text, scope));
        models.put("search", wanted.nothing() ? SearchPage.empty(wanted) : found(wanted));
        return "search/search.html";
    }

    private SearchPage found(Wanted wanted) {
        Times times = user.times();
        List<KeyLine> keys = finder.keys(wanted);
        boolean audits = user.operator().may(Permission.VIEW_AUDIT);
        return new SearchPage(
                wanted.text(),
                wanted.scope(),
                keys.stream().map(line -> KeyHit.of(line, times)).toList(),
                finder.tokens(wanted).stream()
                        .map(line -> TokenHit.of(line, times))
                        .toList(),
                audits
                        ? finder.audit(wanted, keys).stream()
                                .map(line -> AuditHit.of(line, times))
                                .toList()
                        : List.of());
    }

    /**
     * What the page shows.
     *
     * @param text what was typed
     * @param scope the scope or caller that was typed
     * @param keys records
     * @param tokens one-time tokens
     * @param audit entries of the audit trail, none for who may not read it
     */
    public record SearchPage(
            String text, String scope, List<KeyHit> keys, List<TokenHit> tokens, List<AuditHit> audit) {

        static SearchPage empty(Wanted wanted) {
            return new SearchPage("", wanted.scope(), List.of(), List.of(), List.of());
        }

        /** Whether anything was looked for, and nothing found. */
        public boolean vain() {
            return !text.isEmpty() && keys.isEmpty() && tokens.isEmpty() && audit.isEmpty();
        }
    }
}
