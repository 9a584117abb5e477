package dev.idem.admin.web;

import dev.idem.admin.web.ErrorServlet.ErrorPage;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * An error of the API, as a problem (RFC 9457).
 *
 * @param status the status
 * @param title what kind it is
 * @param detail what is wrong and what to do
 */
record CallProblem(int status, String title, String detail) {

    static final String MEDIA_TYPE = "application/problem+json;charset=UTF-8";

    private static final String NOTHING = "Nothing was executed";
    private static final int SERVER = 500;

    static CallProblem of(HttpServletRequest request, ErrorPage page) {
        boolean refused = ApiPath.changes(request) && page.status() < SERVER;
        String detail = sentence(page.message());
        return new CallProblem(
                page.status(),
                page.title(),
                refused && !detail.toLowerCase(Locale.ROOT).contains("othing was executed")
                        ? detail + " " + NOTHING + "."
                        : detail);
    }

    private static String sentence(String text) {
        boolean ended = text.endsWith(".") || text.endsWith("?") || text.endsWith("!");
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + (ended ? "" : ".");
    }

    String json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "urn:idem:problem:" + name())
                .add("title", title)
                .add("status", status)
                .add("detail", detail);
        if (detail.contains(NOTHING)) {
            json.add("executed", false);
        }
        return json.build().toString();
    }

    /** Stable: programs compare it. */
    private String name() {
        return switch (status) {
            case 400 -> "bad-request";
            case 401 -> "not-logged-in";
            case 403 -> "not-allowed";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 409 -> "not-done";
            case 413 -> "too-long";
            case 415 -> "not-json";
            case 422 -> "not-complete";
            case 429 -> "too-many-tries";
            case 503 -> "store-unreachable";
            default -> "unexpected";
        };
    }
}
