package dev.idem.demo.launcher;

import java.net.http.HttpResponse;

/**
 * What came back over HTTP.
 *
 * @param status the HTTP status; 0 when no answer came
 * @param contentType the media type, or ""
 * @param body the body, or what went wrong
 * @param replayed whether it is the stored answer of an earlier call
 */
record Answer(int status, String contentType, String body, boolean replayed) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body(),
                response.headers().firstValue("Idempotent-Replayed").orElse("").equals("true"));
    }

    static Answer none(Throwable thrown) {
        return new Answer(0, "", String.valueOf(thrown), false);
    }

    boolean isProblem(int expectedStatus) {
        return status == expectedStatus && contentType.startsWith("application/problem+json");
    }
}
