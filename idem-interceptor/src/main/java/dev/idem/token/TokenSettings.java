package dev.idem.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How tokens are issued. */
@ApplicationScoped
class TokenSettings {

    static final String EXPIRE_AFTER = "idem.tokens.expire-after";

    private static final Duration LONGEST = Duration.ofDays(365);

    @Inject
    @ConfigProperty(name = EXPIRE_AFTER, defaultValue = "PT30M")
    Duration expireAfter;

    /**
     * How long a token is good unless its issuer says otherwise.
     *
     * @throws IllegalArgumentException if the setting cannot be used
     */
    Duration expireAfter() {
        if (expireAfter.compareTo(IssuedTokens.SHORTEST) < 0 || expireAfter.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    EXPIRE_AFTER + " must be a duration from PT0.001S to P365D, was " + expireAfter);
        }
        return expireAfter;
    }
}
