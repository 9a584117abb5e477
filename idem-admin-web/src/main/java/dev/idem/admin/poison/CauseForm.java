package dev.idem.admin.poison;

import dev.idem.inspect.CauseId;
import dev.idem.inspect.CauseNote;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;

/** What the form about a cause sends. */
public class CauseForm {

    @FormParam("application")
    @DefaultValue("")
    String application = "";

    @FormParam("operation")
    @DefaultValue("")
    String operation = "";

    @FormParam("cause")
    @DefaultValue("")
    String cause = "";

    @FormParam("version")
    @DefaultValue("")
    String version = "";

    @FormParam("owner")
    @DefaultValue("")
    String owner = "";

    @FormParam("ticket")
    @DefaultValue("")
    String ticket = "";

    @FormParam("note")
    @DefaultValue("")
    String note = "";

    /** Created by the container. */
    public CauseForm() {}

    /**
     * Which cause.
     *
     * @throws IllegalArgumentException if it is not one of our forms
     */
    CauseId id() {
        return new CauseId(application, operation, cause);
    }

    /**
     * What its writer saw.
     *
     * @throws IllegalArgumentException if it is not one of our forms
     */
    int version() {
        return Integer.parseUnsignedInt(version);
    }

    /**
     * What is to stand there.
     *
     * @throws IllegalArgumentException if a person has to shorten something
     */
    CauseNote.Text text() {
        return new CauseNote.Text(owner, ticket, lines(note));
    }

    /** Browsers send carriage returns. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }
}
