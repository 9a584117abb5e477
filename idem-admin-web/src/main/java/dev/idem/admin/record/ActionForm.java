package dev.idem.admin.record;

import dev.idem.admin.web.ActionToken;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.time.Duration;
import java.util.regex.Pattern;

/** What the form of an action sends. */
public class ActionForm {

    private static final int LONGEST_REASON = 1_000;
    private static final Pattern DAYS =
            Pattern.compile("[1-9][0-9]{0,2}|[12][0-9]{3}|3[0-5][0-9]{2}|36[0-4][0-9]|3650");
    private static final int LONGEST_RESULT = 1_000_000;

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

    @FormParam("days")
    @DefaultValue("")
    String days = "";

    /** Created by the container. */
    public ActionForm() {}

    /** A form with a token of its own: whatever is sent with it is one action. */
    static ActionForm fresh(int version) {
        ActionForm form = new ActionForm();
        form.token = ActionToken.fresh();
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

    /** For how long a key is protected; {@link #mistake} says if it cannot be read. */
    Duration protection() {
        return Duration.ofDays(Long.parseLong(days));
    }

    /**
     * What a person has to correct, "" for nothing.
     *
     * @throws IllegalArgumentException if it is not one of our forms
     */
    String mistake(Action action) {
        ActionToken.check(token);
        if (action.needsReason() && reason.isBlank()) {
            return "Say why: the reason is kept with the record and in the audit trail.";
        }
        if (reason.strip().length() > LONGEST_REASON) {
            return "The reason is longer than 1,000 characters.";
        }
        if (action.needsResult() && result.isBlank()) {
            return "Give the result as JSON; null for a method that returns nothing.";
        }
        if (action.needsDays() && !DAYS.matcher(days).matches()) {
            return "Give the days from now as a whole number, 1 to 3650.";
        }
        return result.length() > LONGEST_RESULT ? "The result is longer than a million characters." : "";
    }
}
