package dev.idem.persistence;

import dev.idem.inspect.AdminUsers;
import dev.idem.inspect.NotAllowedException;
import java.util.Locale;

/** What a chosen password must be: long (NIST SP 800-63B), and neither the old one nor made of the user's name. */
final class PasswordRule {

    private PasswordRule() {}

    static void check(String user, String current, String next) {
        int length = next.codePointCount(0, next.length());
        if (length < AdminUsers.SHORTEST_PASSWORD || length > AdminUsers.LONGEST_PASSWORD) {
            throw new NotAllowedException("A password has " + AdminUsers.SHORTEST_PASSWORD + " to "
                    + AdminUsers.LONGEST_PASSWORD + " characters.");
        }
        if (next.equals(current)) {
            throw new NotAllowedException("The new password must differ from the current one.");
        }
        String rest = next.toLowerCase(Locale.ROOT).replace(user.toLowerCase(Locale.ROOT), "");
        if (rest.length() < AdminUsers.SHORTEST_PASSWORD / 2
                || next.chars().distinct().count() < 5) {
            throw new NotAllowedException("The new password is too easy to guess.");
        }
    }
}
