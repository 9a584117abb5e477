package dev.idem.admin.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;

/** Commands that do by the API what a page does, to be copied. The shell knows the name; curl asks for the password. */
@RequestScoped
public class Curl {

    /** Whatever else is there could be a command of its own. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");

    @Inject
    HttpServletRequest request;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public Curl() {}

    /**
     * Reads something.
     *
     * @param path below the API's address, made of our own words and hexadecimal digits only
     */
    public String get(String path) {
        return "curl -u \"$IDEM_USER\" '" + address(path) + "'";
    }

    /**
     * Changes something.
     *
     * @param path as above
     * @param json what is sent, of our own words
     */
    public String post(String path, String json) {
        return String.join(
                " \\\n  ",
                "curl -u \"$IDEM_USER\"",
                "-H 'Content-Type: application/json'",
                "-H \"Idempotency-Key: $(uuidgen)\"",
                "-d '" + json + "'",
                "'" + address(path) + "'");
    }

    private String address(String path) {
        String host = Objects.requireNonNullElse(request.getHeader("Host"), "");
        return request.getScheme() + "://" + (HOST.matcher(host).matches() ? host : "localhost")
                + request.getContextPath() + "/" + ApiPath.PATH + path;
    }
}
