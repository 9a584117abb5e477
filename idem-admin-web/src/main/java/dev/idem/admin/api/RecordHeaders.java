package dev.idem.admin.api;

import dev.idem.admin.web.Told;
import jakarta.ws.rs.HeaderParam;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The same of a call that changes a record. */
public class RecordHeaders extends Headers {

    private static final int UNREADABLE = 400;
    private static final int INCOMPLETE = 422;
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,9})\"");

    @HeaderParam("If-Match")
    @Parameter(
            description =
                    "The version of the record that you decided on, as its ETag has it, such as \"3\"; or the field"
                            + " version.")
    @Nullable
    String ifMatch;

    /** Created by the container. */
    public RecordHeaders() {}

    /**
     * The version that the caller decided on.
     *
     * @param field as the content has it
     * @throws Told if it is said nowhere, or cannot be read
     */
    int version(Optional<Integer> field) {
        if (ifMatch == null) {
            return field.orElseThrow(() -> new Told(
                    INCOMPLETE,
                    "Say which version of the record you decided on: in the field version, or as If-Match."));
        }
        Matcher found = TAG.matcher(ifMatch);
        if (!found.matches()) {
            throw new Told(UNREADABLE, "If-Match must be a version in quotation marks, such as \"3\".");
        }
        return Integer.parseInt(found.group(1));
    }
}
