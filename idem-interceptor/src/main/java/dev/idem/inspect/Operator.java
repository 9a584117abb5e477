package dev.idem.inspect;

import java.util.Optional;
import java.util.Set;

/**
 * Who acts. Immutable.
 *
 * @param name the authenticated name, 1 to 255 characters
 * @param roles their roles; none allows nothing
 * @param address the remote address, if known, at most 64 characters
 * @param type what the audit trail calls them: a person at a page, or a program
 */
public record Operator(String name, Set<Role> roles, Optional<String> address, AuditActor.Type type) {

    private static final int LONGEST_NAME = 255;

    /**
     * Checks the name.
     *
     * @param name the authenticated name, 1 to 255 characters
     * @param roles their roles; none allows nothing
     * @param address the remote address, if known, at most 64 characters
     * @param type what the audit trail calls them
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public Operator {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("an operator's name has 1 to " + LONGEST_NAME + " characters");
        }
        roles = Set.copyOf(roles);
    }

    /**
     * A person.
     *
     * @param name the authenticated name, 1 to 255 characters
     * @param roles their roles; none allows nothing
     * @param address the remote address, if known, at most 64 characters
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public Operator(String name, Set<Role> roles, Optional<String> address) {
        this(name, roles, address, AuditActor.Type.USER);
    }

    /**
     * Tells whether one of the roles allows something.
     *
     * @param permission what is to be done
     * @return true if allowed
     */
    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }
}
