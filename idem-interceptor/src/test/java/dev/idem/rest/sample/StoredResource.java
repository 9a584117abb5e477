package dev.idem.rest.sample;

import dev.idem.engine.CurrentRequest;
import dev.idem.engine.ResultCodec;
import dev.idem.engine.ResultCodecs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers the first call of a path by its method and every other from what was stored. */
@Path("stored")
@ApplicationScoped
@Produces("application/json")
public class StoredResource {

    /** An order. */
    public record Order(String id, int amount) {}

    private final Map<String, String> stored = new ConcurrentHashMap<>();

    @Inject
    CurrentRequest request;

    @Inject
    ResultCodecs codecs;

    @POST
    @Path("{kind}/{id}")
    public @Nullable Response place(@PathParam("kind") String kind, @PathParam("id") String id)
            throws NoSuchMethodException {
        ResultCodec codec = codecs.forMethod(
                        StoredResource.class.getMethod("place", String.class, String.class), new PlainJson())
                .orElseThrow();
        String before = stored.get(kind + id);
        if (before != null) {
            request.replayed();
            return (Response) codec.decode(before);
        }
        ResultCodec.Encoded encoded = codec.encode(placed(kind, id));
        stored.put(kind + id, encoded.text());
        return (Response) encoded.answer();
    }

    private static Response placed(String kind, String id) {
        Response.ResponseBuilder response = Response.created(URI.create("orders/" + id))
                .header("X-Order", id)
                .tag("v1")
                .cookie(new NewCookie.Builder("session").value("secret").build());
        return switch (kind) {
            case "object" -> response.entity(new Order("Grüße " + id, 5)).build();
            case "text" -> response.entity("{\"id\":\"Grüße " + id + "\"}").build();
            case "bytes" ->
                response.entity(new byte[] {0, -1, 10, 127})
                        .type("application/octet-stream")
                        .build();
            default -> response.build();
        };
    }
}
