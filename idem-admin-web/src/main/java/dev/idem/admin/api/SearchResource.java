package dev.idem.admin.api;

import dev.idem.admin.search.Finder;
import dev.idem.admin.search.Wanted;
import dev.idem.admin.web.CurrentUser;
import dev.idem.admin.web.Told;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finds what there is about a key, a token or a name. */
@Path("search")
@Tag(name = "Search")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SearchResource {

    @Inject
    Finder finder;

    @Inject
    CurrentUser user;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public SearchResource() {}

    /** What is found, at most 20 of a kind. */
    @GET
    @Operation(
            summary = "Find keys, tokens and audit entries",
            description =
                    "By the whole key, a record's id, a token's id or whom a token is for. scope: within what the key is"
                            + " unique, or the caller's name.")
    public FoundView find(
            @QueryParam("q") @DefaultValue("") String text, @QueryParam("scope") @DefaultValue("") String scope) {
        Wanted wanted = wanted(text, scope);
        List<KeyLine> keys = finder.keys(wanted);
        return new FoundView(
                keys.stream().map(KeyView::of).toList(),
                finder.tokens(wanted).stream().map(TokenItem::of).toList(),
                user.operator().may(Permission.VIEW_AUDIT)
                        ? finder.audit(wanted, keys).stream().map(AuditView::of).toList()
                        : List.of());
    }

    private static Wanted wanted(String text, String scope) {
        Wanted wanted = Given.filter(() -> Wanted.of(text, scope));
        if (wanted.text().isEmpty()) {
            throw new Told(400, "Say in q what you look for.");
        }
        return wanted;
    }
}
