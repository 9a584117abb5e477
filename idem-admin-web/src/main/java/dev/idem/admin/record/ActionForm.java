package dev.idem.admin.record;

import dev.idem.admin.web.ActionToken;
import dev.idem.admin.web.ProtectionDays;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.time.Duration;

/** What the form of an action sends. */
public class ActionForm {

    private static final int LONGEST_REASON = 1_000;
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
        return ProtectionDays.read(days).orElseThrow();
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
        if (action.needsDays() && ProtectionDays.read(days).isEmpty()) {
            return ProtectionDays.MISTAKE;
        }
        return result.length() > LONGEST_RESULT ? "The result is longer than a million characters." : "";
    }
}
