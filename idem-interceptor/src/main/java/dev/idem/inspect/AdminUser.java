package dev.idem.inspect;

import java.util.Set;

/**
 * A user of the console. Immutable, for all threads.
 *
 * @param name unique, compared case by case, 1 to 100 characters
 * @param roles what they are; none allows nothing
 * @param mustChange whether they have to choose a password of their own before anything else
 * @param external whether an identity provider vouches for them; they have no password here
 * @param version raised whenever password, roles or activity change: a session begun under another one ends
 * @param preferences how they want to see things, in the words of the tool that wrote it; "" for nothing said
 */
public record AdminUser(
        String name, Set<Role> roles, boolean mustChange, boolean external, int version, String preferences) {

    /**
     * Copies the roles.
     *
     * @param name unique
     * @param roles what they are
     * @param mustChange whether they have to choose a password
     * @param external whether an identity provider vouches for them
     * @param version raised whenever something changes
     * @param preferences how they want to see things
     */
    public AdminUser {
        roles = Set.copyOf(roles);
    }
}
