package dev.idem.admin.record;

import dev.idem.admin.web.ActionToken;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;

/** What the two forms of a purge send. */
public class PurgeForm {

    /** So many digits of the record's id are typed. */
    static final int TYPED = 8;

    private static final int LONGEST_REASON = 1_000;

    @FormParam("token")
    @DefaultValue("")
    String token = "";

    @FormParam("version")
    @DefaultValue("")
    String version = "";

    @FormParam("reason")
    @DefaultValue("")
    String reason = "";

    @FormParam("typed")
    @DefaultValue("")
    String typed = "";

    /** Created by the container. */
    public PurgeForm() {}

    /** A form with an action token of its own. */
    static PurgeForm fresh(int version) {
        PurgeForm form = new PurgeForm();
        form.token = ActionToken.fresh();
        form.version = Integer.toString(version);
        return form;
    }

    /**
     * The version of the record that the page showed.
     *
     * @throws IllegalArgumentException if it is not one of our forms
     */
    int versionSeen() {
        ActionToken.check(token);
        return Integer.parseInt(version);
    }

    /** What has to be corrected in the first step, "" for nothing. */
    String reasonMistake() {
        if (reason.isBlank()) {
            return "Say why: the reason is kept in the audit trail, when everything else is gone.";
        }
        return reason.strip().length() > LONGEST_REASON ? "The reason is longer than 1,000 characters." : "";
    }

    /** What has to be corrected in the second step, "" for nothing. */
    String typedMistake(String id) {
        String wanted = id.substring(0, TYPED);
        return typed.strip().equals(wanted)
                ? ""
                : "Type the first digits of the record's id, which are " + wanted + ".";
    }
}
