package dev.idem.admin.record;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What the form of an action sends. */
public class ActionForm {

    private static final int TOKEN_BYTES = 24;
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_RESULT = 1_000_000;
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{" + 2 * TOKEN_BYTES + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    @FormParam("token")
    @DefaultValue("")
    String token = "";

    @FormParam("version")
    @DefaultValue("")
    String version = "";

    @FormParam("reason")
    @DefaultValue("")
    String reason = "";

    @FormParam("result")
    @DefaultValue("")
    String result = "";

    /** Created by the container. */
    public ActionForm() {}

    /** A form with a token of its own: whatever is sent with it is one action. */
    static ActionForm fresh(int version) {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        ActionForm form = new ActionForm();
        form.token = HexFormat.of().formatHex(bytes);
        form.version = Integer.toString(version);
        return form;
    }

    /**
     * The version of the record that the page showed.
     *
     * @throws IllegalArgumentException if it is no number
     */
    int versionSeen() {
        return Integer.parseInt(version);
    }

    /**
     * What a person has to correct, "" for nothing.
     *
     * @throws IllegalArgumentException if it is not one of our forms
     */
    String mistake(Action action) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("no action token");
        }
        if (action.needsReason() && reason.isBlank()) {
            return "Say why: the reason is kept with the record and in the audit trail.";
        }
        if (reason.strip().length() > LONGEST_REASON) {
            return "The reason is longer than 1,000 characters.";
        }
        if (action.needsResult() && result.isBlank()) {
            return "Give the result as JSON; null for a method that returns nothing.";
        }
        return result.length() > LONGEST_RESULT ? "The result is longer than a million characters." : "";
    }
}
