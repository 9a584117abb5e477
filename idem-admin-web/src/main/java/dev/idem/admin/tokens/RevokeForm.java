package dev.idem.admin.tokens;

import dev.idem.admin.web.ActionToken;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;

/** What the form that revokes tokens sends. */
public class RevokeForm {

    private static final int LONGEST_REASON = 1_000;

    @FormParam("token")
    @DefaultValue("")
    String token = "";

    @FormParam("reason")
    @DefaultValue("")
    String reason = "";

    /** Created by the container. */
    public RevokeForm() {}

    /** A form with an action token of its own. */
    static RevokeForm fresh() {
        RevokeForm form = new RevokeForm();
        form.token = ActionToken.fresh();
        return form;
    }

    /**
     * What a person has to correct, "" for nothing.
     *
     * @throws IllegalArgumentException if it is not one of our forms
     */
    String mistake() {
        ActionToken.check(token);
        if (reason.isBlank()) {
            return "Say why: the reason is kept in the audit trail.";
        }
        return reason.strip().length() > LONGEST_REASON ? "The reason is longer than 1,000 characters." : "";
    }
}
