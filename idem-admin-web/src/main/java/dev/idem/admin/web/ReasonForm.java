package dev.idem.admin.web;

import dev.idem.inspect.Intent;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;

/** What a form sends that asks for nothing but the reason. */
public class ReasonForm {

    private static final int LONGEST_REASON = 1_000;

    @FormParam("token")
    @DefaultValue("")
    String token = "";

    @FormParam("reason")
    @DefaultValue("")
    String reason = "";

    /** Created by the container. */
    public ReasonForm() {}

    /** A form with an action token of its own. */
    public static ReasonForm fresh() {
        ReasonForm form = new ReasonForm();
        form.token = ActionToken.fresh();
        return form;
    }

    /** The same reason, for another try. */
    public ReasonForm again() {
        ReasonForm form = fresh();
        form.reason = reason;
        return form;
    }

    /**
     * What a person has to correct, "" for nothing.
     *
     * @throws IllegalArgumentException if it is not one of our forms
     */
    public String mistake() {
        ActionToken.check(token);
        if (reason.isBlank()) {
            return "Say why: the reason is kept in the audit trail.";
        }
        return reason.strip().length() > LONGEST_REASON ? "The reason is longer than 1,000 characters." : "";
    }

    /** What it asks for, once there is no mistake. */
    public Intent intent() {
        return new Intent(token, reason.strip());
    }

    /** The action token. */
    public String token() {
        return token;
    }

    /** What was typed. */
    public String reason() {
        return reason;
    }
}
