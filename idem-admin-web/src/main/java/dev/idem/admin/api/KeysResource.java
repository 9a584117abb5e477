package dev.idem.admin.api;

import dev.idem.admin.web.Paging;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keys and their records. */
@Path("keys")
@Tag(name = "Keys")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class KeysResource {

    @Inject
    Inspection inspection;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public KeysResource() {}

    /** One page of them, in the order of the page. */
    @GET
    @Operation(summary = "List keys")
    public KeyPage list(
            @QueryParam("application") @DefaultValue("") String application,
            @QueryParam("operation") @DefaultValue("") String operation,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("cause") @DefaultValue("") String cause,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("until") @DefaultValue("") String until,
            @QueryParam("size") @DefaultValue("25") String size,
            @QueryParam(Paging.AFTER) @DefaultValue("") String after) {
        KeyFilter filter = Given.filter(() -> new KeyFilter(
                Given.text(application),
                Given.text(operation),
                Given.names("state", state, KeyState.class),
                Optional.empty(),
                Given.from(from),
                Given.until(until),
                Given.text(cause)));
        Paging paging = Given.cursor(() -> Paging.of(after, List.of()));
        return KeyPage.of(inspection.keys(filter, paging.cursor(), Given.size(size)), inspection.count(filter));
    }
}
