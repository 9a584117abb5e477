package dev.idem.admin.users;

import dev.idem.admin.web.Times;
import dev.idem.inspect.Role;
import dev.idem.inspect.UserLine;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A user as a page shows it.
 *
 * @param name the user's name
 * @param roles in words
 * @param state in words
 * @param style how the state is coloured
 * @param created since when there is such a user
 * @param seen when they logged in last
 * @param locked whether failed logins keep them out
 * @param external whether an identity provider vouches for them
 * @param version what whoever looks sees
 */
public record UserRow(
        String name,
        String roles,
        String state,
        String style,
        String created,
        String seen,
        boolean locked,
        boolean external,
        int version) {

    static UserRow of(UserLine line, Times times) {
        State state = State.of(line);
        return new UserRow(
                line.user().name(),
                words(line),
                state.label,
                state.style,
                times.at(line.createdAt()),
                line.lastLoginAt().map(times::at).orElse("never"),
                line.locked(),
                line.user().external(),
                line.user().version());
    }

    private static String words(UserLine line) {
        return line.user().roles().isEmpty()
                ? "no role"
                : line.user().roles().stream()
                        .sorted()
                        .map(Role::name)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    private enum State {
        DISABLED("disabled", "bad"),
        LOCKED("locked for a while", "warn"),
        NEW("has to choose a password", "busy"),
        ACTIVE("active", "good");

        private final String label;
        private final String style;

        State(String label, String style) {
            this.label = label;
            this.style = style;
        }

        static State of(UserLine line) {
            if (line.disabled()) {
                return DISABLED;
            }
            if (line.locked()) {
                return LOCKED;
            }
            return line.user().mustChange() ? NEW : ACTIVE;
        }
    }
}
