package dev.idem.admin.login;

import dev.idem.admin.web.ConsoleSettings;
import dev.idem.admin.web.OidcSettings;

/**
 * What the login page shows.
 *
 * @param user the name that was typed
 * @param next where to go afterwards
 * @param message what was wrong, "" for nothing
 * @param out whether somebody has just logged out
 * @param passwords whether people log in by name and password
 * @param provider what the identity provider is called, "" if there is none
 */
public record LoginPage(String user, String next, String message, boolean out, boolean passwords, String provider) {

    static LoginPage of(ConsoleSettings settings, String user, String next, String message) {
        return new LoginPage(
                user,
                next,
                message,
                false,
                settings.passwords(),
                settings.oidc().map(OidcSettings::label).orElse(""));
    }

    LoginPage loggedOut(boolean really) {
        return new LoginPage(user, next, message, really, passwords, provider);
    }

    /** Whether something was wrong. */
    public boolean failed() {
        return !message.isEmpty();
    }
}
