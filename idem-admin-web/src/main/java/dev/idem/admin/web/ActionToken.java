package dev.idem.admin.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The token of a page that confirms an action: whatever is sent with it is one action. */
public final class ActionToken {

    private static final int BYTES = 24;
    private static final Pattern FORMAT = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private ActionToken() {}

    /** A new one. */
    public static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Checks one that was sent.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    public static void check(String token) {
        if (!FORMAT.matcher(token).matches()) {
            throw new IllegalArgumentException("no action token");
        }
    }
}
