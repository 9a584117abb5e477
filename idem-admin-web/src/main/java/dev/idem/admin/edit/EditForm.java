package dev.idem.admin.edit;

import dev.idem.admin.web.ActionToken;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;

/**
 * What the forms of an edit send, from step to step.
 *
 * @param token the action token
 * @param version the version of the record that was edited
 * @param arguments as JSON; with a field for each value, those that the fields were made of
 * @param reason why
 * @param key under which key: {@value #NEW}, or the one it had
 * @param as how they are written: {@value #FORM} or {@value #JSON}
 * @param fields what was typed into the fields
 */
public record EditForm(
        String token, String version, String arguments, String reason, String key, String as, TypedFields fields) {

    static final String FORM = "form";
    static final String JSON = "json";
    static final String NEW = "new";
    static final String SAME = "same";

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_ARGUMENTS = 1_000_000;

    /** What a browser sent. */
    static EditForm of(MultivaluedMap<String, String> sent) {
        return new EditForm(
                first(sent, "token"),
                first(sent, "version"),
                first(sent, "arguments"),
                first(sent, "reason"),
                first(sent, "key"),
                first(sent, "as"),
                new TypedFields(sent));
    }

    private static String first(MultivaluedMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }

    /** A form with an action token of its own. */
    static EditForm fresh(int version, String arguments, String as) {
        return new EditForm(
                ActionToken.fresh(),
                Integer.toString(version),
                arguments,
                "",
                SAME,
                as,
                new TypedFields(new MultivaluedHashMap<>()));
    }

    /** With other arguments, and nothing typed yet. */
    EditForm with(String written) {
        return new EditForm(token, version, written, reason, key, as, new TypedFields(new MultivaluedHashMap<>()));
    }

    /** Written in another way. */
    EditForm as(String way) {
        return new EditForm(token, version, arguments, reason, key, way, fields);
    }

    /** Whether it is to run as a call of its own. */
    boolean asNew() {
        return key.equals(NEW);
    }

    boolean byFields() {
        return !as.equals(JSON);
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
