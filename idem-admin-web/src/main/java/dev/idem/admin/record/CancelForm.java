package dev.idem.admin.record;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;

/** What the form that takes a request back sends. Its request is taken back once, however often it arrives. */
public class CancelForm {

    private static final int LONGEST_REASON = 1_000;

    @FormParam("request")
    @DefaultValue("")
    String request = "";

    @FormParam("reason")
    @DefaultValue("")
    String reason = "";

    /** Created by the container. */
    public CancelForm() {}

    /** What a person has to correct, "" for nothing. */
    String mistake() {
        if (reason.isBlank()) {
            return "Say why: the reason is kept in the audit trail.";
        }
        return reason.strip().length() > LONGEST_REASON ? "The reason is longer than 1,000 characters." : "";
    }
}
