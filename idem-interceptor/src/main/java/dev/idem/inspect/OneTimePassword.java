package dev.idem.inspect;

/**
 * A password made for a user, to be shown once: only its hash is kept, and the user must choose another at the first
 * login. Immutable, for all threads.
 *
 * @param user the user's name
 * @param password 24 letters and digits in groups of four
 */
public record OneTimePassword(String user, String password) {

    /** Without the password, so that it does not get into a log by accident. */
    @Override
    public String toString() {
        return "OneTimePassword[user=" + user + "]";
    }
}
