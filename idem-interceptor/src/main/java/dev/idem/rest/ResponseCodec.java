package dev.idem.rest;

import dev.idem.engine.ResultCodec;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Stores responses of 2xx: status, the headers of {@link StoredHeaders}, body. The first caller gets the very body that
 * is stored, so that first answer and duplicates are the same byte for byte.
 */
final class ResponseCodec implements ResultCodec {

    private final WrittenEntities entities;
    private final int maxBody;

    /**
     * A codec for one method.
     *
     * @param entities writes what its responses carry
     * @param maxBody in characters, as stored
     */
    ResponseCodec(WrittenEntities entities, int maxBody) {
        this.entities = entities;
        this.maxBody = maxBody;
    }

    @Override
    public boolean fails(@Nullable Object result) {
        return result instanceof Response response && response.getStatus() / 100 != 2;
    }

    @Override
    public Encoded encode(Object result) {
        Response answer = entities.written((Response) result);
        StoredBody body = StoredBody.of(answer.getEntity());
        if (body.length() > maxBody) {
            throw new TooLarge("a response body of " + body.length()
                    + " characters is too large to store: " + StoredResponses.MAX_BODY + " is " + maxBody
                    + "; raise it, or return a Location instead of the content");
        }
        StoredResponse stored =
                new StoredResponse(answer.getStatus(), StoredHeaders.of(answer.getStringHeaders()), body);
        return new Encoded(stored.toJson(), answer);
    }

    @Override
    public Response decode(String text) {
        StoredResponse stored = StoredResponse.fromJson(text);
        Response.ResponseBuilder response = Response.status(stored.status());
        stored.headers().forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return response.entity(stored.body().entity()).build();
    }
}
