package dev.idem.admin.login;

import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A login that an identity provider was asked for, as the session keeps it until the browser comes back.
 *
 * @param state comes back with it
 * @param nonce comes back in the ID token
 * @param verifier proves that the code was asked for here (RFC 7636)
 * @param next where to go afterwards
 * @param callback where the browser was to come back to
 * @param until how long it is waited for
 */
record PendingLogin(String state, String nonce, String verifier, String next, String callback, Instant until)
        implements Serializable {

    static final String ATTRIBUTE = PendingLogin.class.getName();

    /** Longer is not waited for the browser. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    static PendingLogin fresh(String next, String callback) {
        return new PendingLogin(
                random(), random(), random(), next, callback, Instant.now().plus(LONGEST));
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether what came back belongs to it. */
    boolean fits(@Nullable String given) {
        return state.equals(given) && Instant.now().isBefore(until);
    }
}
