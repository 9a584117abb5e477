package dev.idem.admin.tokens;

import dev.idem.inspect.TokenState;

/**
 * A state of a token in words.
 *
 * @param label what the badge says
 * @param style the badge's class
 * @param meaning what it means to an operator
 */
public record TokenBadge(String label, String style, String meaning) {

    static TokenBadge of(TokenState state) {
        return switch (state) {
            case GOOD -> new TokenBadge("good", "good", "One call can run by it.");
            case USED -> new TokenBadge("used", "calm", "Its one call was made. Another one by it never runs.");
            case REVOKED -> new TokenBadge("revoked", "warn", "Somebody took it back: no call runs by it.");
            case EXPIRED -> new TokenBadge("expired", "calm", "Its time passed before it was used.");
        };
    }
}
