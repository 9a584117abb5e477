package dev.idem.persistence;

import dev.idem.inspect.NotAllowedException;

/** What a user can be called. */
final class UserName {

    private static final int LONGEST = 100;

    private UserName() {}

    /**
     * Checks a name.
     *
     * @throws NotAllowedException if it is none
     */
    static void check(String name) {
        boolean good = !name.isBlank()
                && name.equals(name.strip())
                && name.length() <= LONGEST
                && name.chars().noneMatch(Character::isISOControl);
        if (!good) {
            throw new NotAllowedException(
                    "a user has a name of 1 to " + LONGEST + " characters, without control characters or outer spaces");
        }
    }
}
