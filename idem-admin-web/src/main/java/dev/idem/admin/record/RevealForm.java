package dev.idem.admin.record;

import dev.idem.admin.web.ActionToken;
import dev.idem.inspect.Intent;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;

/** What the form sends that shows what is masked. */
public class RevealForm {

    private static final int LONGEST_REASON = 1_000;

    @FormParam("token")
    @DefaultValue("")
    String token = "";

    @FormParam("reason")
    @DefaultValue("")
    String reason = "";

    /** Created by the container. */
    public RevealForm() {}

    /** A form with an action token of its own. */
    static RevealForm fresh() {
        RevealForm form = new RevealForm();
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

    Intent intent() {
        return new Intent(token, reason.strip());
    }
}
