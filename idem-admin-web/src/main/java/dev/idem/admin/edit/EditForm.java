package dev.idem.admin.edit;

import dev.idem.admin.web.ActionToken;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;

/** What the forms of an edit send, from step to step. */
public class EditForm {

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_ARGUMENTS = 1_000_000;

    @FormParam("token")
    @DefaultValue("")
    String token = "";

    @FormParam("version")
    @DefaultValue("")
    String version = "";

    @FormParam("arguments")
    @DefaultValue("")
    String arguments = "";

    @FormParam("reason")
    @DefaultValue("")
    String reason = "";

    /** Created by the container. */
    public EditForm() {}

    /** A form with an action token of its own. */
    static EditForm fresh(int version, String arguments) {
        EditForm form = new EditForm();
        form.token = ActionToken.fresh();
        form.version = Integer.toString(version);
        form.arguments = arguments;
        return form;
    }

    /**
     * The version of the record that was edited.
     *
     * @throws IllegalArgumentException if it is not one of our forms
     */
    int versionSeen() {
        ActionToken.check(token);
        return Integer.parseInt(version);
    }

    /** What is wrong with the size of the arguments, "" for nothing. */
    String tooLong() {
        return arguments.length() > LONGEST_ARGUMENTS ? "The arguments are longer than a million characters." : "";
    }

    /** What is wrong with the reason, "" for nothing. */
    String reasonMistake() {
        if (reason.isBlank()) {
            return "Say why: the reason is kept with the record and in the audit trail.";
        }
        return reason.strip().length() > LONGEST_REASON ? "The reason is longer than 1,000 characters." : "";
    }
}
