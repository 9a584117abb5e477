package dev.idem.admin.api;

import dev.idem.inspect.OneTimePassword;

/** A password that is told once, and has to be changed at the first login. */
public record PasswordView(String user, String password) {

    static PasswordView of(OneTimePassword made) {
        return new PasswordView(made.user(), made.password());
    }
}
