package dev.idem.inspect;

/**
 * What an operator means by an action. Immutable.
 *
 * @param actionToken made by the page that offers the action and sent once: the same token is the same action, however
 *     often it arrives; 16 to 64 characters
 * @param reason why, at most 1,000 characters
 */
public record Intent(String actionToken, String reason) {

    private static final int SHORTEST_TOKEN = 16;
    private static final int LONGEST_TOKEN = 64;
    private static final int LONGEST_REASON = 1_000;

    /**
     * Checks lengths.
     *
     * @param actionToken made by the page that offers the action and sent once; 16 to 64 characters
     * @param reason why, at most 1,000 characters
     * @throws IllegalArgumentException if the token or the reason is too short or too long
     */
    public Intent {
        check(actionToken, reason);
    }

    static void check(String actionToken, String reason) {
        if (actionToken.length() < SHORTEST_TOKEN || actionToken.length() > LONGEST_TOKEN) {
            throw new IllegalArgumentException(
                    "an action token has " + SHORTEST_TOKEN + " to " + LONGEST_TOKEN + " characters");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has at most " + LONGEST_REASON + " characters");
        }
    }
}
