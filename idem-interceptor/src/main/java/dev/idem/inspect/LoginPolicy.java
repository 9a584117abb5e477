package dev.idem.inspect;

import java.time.Duration;

/**
 * When failed logins lock a user. Immutable, for all threads.
 *
 * @param maxFailures how many failed logins in a row lock the user, 1 or more
 * @param lock for how long, by the database clock, above zero; a failure after it locks again at once, a login ends the
 *     count
 */
public record LoginPolicy(int maxFailures, Duration lock) {

    /** Five failures lock for 15 minutes. */
    public static final LoginPolicy DEFAULT = new LoginPolicy(5, Duration.ofMinutes(15));

    /**
     * Checks.
     *
     * @param maxFailures how many failed logins in a row lock the user
     * @param lock for how long
     * @throws IllegalArgumentException if a value is out of its range
     */
    public LoginPolicy {
        if (maxFailures < 1) {
            throw new IllegalArgumentException("`maxFailures` must be 1 or more, was " + maxFailures);
        }
        if (lock.isNegative() || lock.isZero()) {
            throw new IllegalArgumentException("`lock` must be above zero, was " + lock);
        }
    }
}
