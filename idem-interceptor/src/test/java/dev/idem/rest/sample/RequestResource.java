package dev.idem.rest.sample;

import dev.idem.engine.CurrentRequest;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Says what the library knows about the request. */
@Path("request")
@RequestScoped
@Produces("text/plain")
public class RequestResource {

    @Inject
    CurrentRequest request;

    @Resource
    ManagedExecutorService executor;

    @GET
    @Path("caller")
    public String caller() {
        return request.caller().toString();
    }

    @GET
    @Path("key")
    public Response key() {
        try {
            return Response.ok(request.key().toString()).build();
        } catch (IllegalArgumentException refused) {
            return Response.status(400).entity(refused.getMessage()).build();
        }
    }

    @GET
    @Path("replayed")
    public String replayed() {
        request.replayed();
        return "replayed";
    }

    @GET
    @Path("elsewhere")
    public String elsewhere() throws InterruptedException, ExecutionException {
        Future<String> elsewhere = executor.submit(() -> {
            request.replayed();
            return request.caller() + " " + request.key();
        });
        return elsewhere.get();
    }

    @GET
    @Path("async")
    public void async(@Suspended AsyncResponse response) {
        request.replayed();
        executor.execute(() -> response.resume(request.caller().toString()));
    }
}
