package dev.idem.demo.http;

import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A problem as in RFC 9457.
 *
 * @param type stable name of the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what happened this time
 */
public record Problem(String type, String title, int status, String detail) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String title, @Nullable String detail) {
        String type = "urn:idem-demo:problem:" + title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Problem(type, title, status, detail == null ? title : detail);
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
