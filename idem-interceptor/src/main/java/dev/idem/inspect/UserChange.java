package dev.idem.inspect;

import java.util.Set;

/**
 * What is to become of a user. Immutable, for all threads.
 *
 * @param name whose
 * @param version what whoever decided it saw, from {@link AdminUser#version}
 * @param roles what they are to be, at least one
 * @param disabled whether they are not to log in
 */
public record UserChange(String name, int version, Set<Role> roles, boolean disabled) {

    /**
     * Copies the roles.
     *
     * @param name whose
     * @param version what whoever decided it saw
     * @param roles what they are to be
     * @param disabled whether they are not to log in
     */
    public UserChange {
        roles = Set.copyOf(roles);
    }
}
