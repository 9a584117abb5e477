package dev.idem.bench.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs a round, and says what it gave. */
@Path("rounds/{contender}/{case}")
@RequestScoped
public class RoundResource {

    @Inject
    Caller caller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Sample run(
            @PathParam("contender") String contender, @PathParam("case") String measured, @Context UriInfo uri)
            throws Exception {
        Map<String, String> query = uri.getQueryParameters().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue().get(0)));
        return caller.run(RoundOrder.of(contender, measured, query));
    }
}
