package dev.idem.admin.poison;

import dev.idem.admin.web.Input;
import dev.idem.admin.web.Paging;
import dev.idem.admin.web.PagingLinks;
import dev.idem.admin.web.Query;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyLine;
import dev.idem.inspect.KeyState;
import dev.idem.inspect.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;

/** Lists what waits for a decision: poison messages and unknown outcomes, of all applications. */
@Path("poison")
@Controller
@RequestScoped
public class PoisonController {

    private static final KeyFilter WAITING = KeyFilter.ALL.in(KeyState.POISON, KeyState.OUTCOME_UNKNOWN);

    @Inject
    Inspection inspection;

    @Inject
    Models models;

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
        Page<KeyLine> page = inspection.keys(WAITING, paging.cursor(), length);
        Instant now = Instant.now();
        models.put(
                "poison",
                new PoisonPage(
                        page.lines().stream()
                                .map(line -> PoisonRow.of(line, now))
                                .toList(),
                        inspection.count(WAITING).text(),
                        PagingLinks.of(paging, Query.EMPTY.with("size", size), page)));
        return "poison/list.html";
    }

    /**
     * What the page shows.
     *
     * @param rows one for each message
     * @param count how many there are in all, bounded
     * @param links to the pages before and after
     */
    public record PoisonPage(List<PoisonRow> rows, String count, PagingLinks links) {}
}
