package dev.idem.rest;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/**
 * A problem of RFC 9457.
 *
 * @param type its type
 * @param status the HTTP status
 * @param title what the type means
 * @param detail what happened
 * @param operation the operation called, if one was
 */
record ProblemText(String type, int status, String title, String detail, Optional<String> operation) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** The type of a name with underscores. */
    static String type(String name) {
        return "urn:idem:problem:" + name.replace('_', '-');
    }

    /** As text: written by every server, whatever it uses for JSON. */
    String json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", type)
                .add("title", title)
                .add("status", status)
                .add("detail", detail);
        operation.ifPresent(name -> json.add("operation", name));
        return json.build().toString();
    }
}
