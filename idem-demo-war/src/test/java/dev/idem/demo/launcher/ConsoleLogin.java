package dev.idem.demo.launcher;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to log in at the operator console.
 *
 * @param user the user's name
 * @param password the password
 */
public record ConsoleLogin(String user, String password) {

    private static final Pattern FIRST_START = Pattern.compile("log in as (\\S+) with the password (\\S+)");

    /** Finds what the console says once, at its first start. */
    static Optional<ConsoleLogin> in(String line) {
        Matcher matcher = FIRST_START.matcher(line);
        return matcher.find() ? Optional.of(new ConsoleLogin(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The same user with a random password of 18 letters and digits. */
    ConsoleLogin withNewPassword() {
        return new ConsoleLogin(user, UUID.randomUUID().toString().substring(0, 18));
    }
}
