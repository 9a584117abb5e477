package dev.idem.admin.api;

import dev.idem.admin.web.Told;
import dev.idem.inspect.ApiCalls;
import jakarta.ws.rs.HeaderParam;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a call that changes something says in its headers. */
public class Headers {

    private static final int UNREADABLE = 400;
    private static final Pattern KEY = Pattern.compile("\"?([\\x21\\x23-\\x7e]{1," + ApiCalls.LONGEST_KEY + "})\"?");

    @HeaderParam("Idempotency-Key")
    @Parameter(
            required = true,
            description =
                    "Of your choice, new for each thing you want done: the same call with the same key is done once and"
                            + " answered alike, for a day. A UUID is good.")
    @Nullable
    String key;

    /** Created by the container. */
    public Headers() {}

    /**
     * The key.
     *
     * @throws Told if there is none, or it is none
     */
    String key() {
        Matcher found = KEY.matcher(Optional.ofNullable(key).orElse(""));
        if (!found.matches()) {
            throw new Told(
                    UNREADABLE,
                    "Send the header Idempotency-Key with 1 to " + ApiCalls.LONGEST_KEY
                            + " visible ASCII characters, new for each thing you want done.");
        }
        return found.group(1);
    }
}
