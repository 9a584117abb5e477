package dev.idem.inspect;

import java.util.Optional;

/**
 * The users of the console; {@link UserAdministration} makes and changes them. Passwords are kept as PBKDF2 (RFC 8018) hashes with HMAC-SHA-512 and a salt of
 * their own. Logins, failed ones too, and changes are in the audit trail. Each method is a transaction of its own; none
 * may be running.
 *
 * <p>Safe for use by many threads. Every method throws {@link StoreUnreachableException} if the database does not
 * answer.
 */
public interface AdminUsers {

    /** The fewest characters of a password that somebody chooses. */
    int SHORTEST_PASSWORD = 12;

    /** The most characters of a password. */
    int LONGEST_PASSWORD = 128;

    /** The most characters of preferences. */
    int LONGEST_PREFERENCES = 1_000;

    /**
     * Creates the first user, {@code admin} in the role {@link Role#ADMIN}, if there is no user at all. When several nodes
     * start at once, one of them does.
     *
     * @return the password, for whoever started this node; empty if there are users already, or another node was faster
     */
    Optional<OneTimePassword> createFirst();

    /**
     * Checks a password. A wrong one, an unknown name, a disabled and a locked user are answered alike and take as long.
     *
     * @param name the user's name, as typed
     * @param password the password, as typed
     * @param address the network address it came from, if known
     * @param policy when failures lock the user
     * @return the user; empty if the login is refused
     */
    Optional<AdminUser> login(String name, String password, Optional<String> address, LoginPolicy policy);

    /**
     * Logs in somebody for whom an identity provider vouches: creates the user, or gives them the roles of now. A name
     * belongs to whom it was first given to: to a password, or to one person at one provider.
     *
     * @param identity who it is
     * @param address the network address it came from, if known
     * @return the user
     * @throws NotAllowedException if the name is another user's or cannot be a name, or the user is disabled; the message
     *     says which
     */
    AdminUser vouched(ProvenIdentity identity, Optional<String> address);

    /**
     * Finds a user who may be logged in.
     *
     * @param name the user's name
     * @return the user; empty if there is none of this name, or they are disabled
     */
    Optional<AdminUser> find(String name);

    /**
     * Changes a user's own password. A wrong current password counts as a failed login.
     *
     * @param user who, and from where
     * @param current the current password, as typed
     * @param next the new one, {@value #SHORTEST_PASSWORD} to {@value #LONGEST_PASSWORD} characters
     * @param policy when failures lock the user
     * @return the user, in a new version
     * @throws NotAllowedException if the current password is wrong, or the new one is too short, too long, the current
     *     one or the user's name; the message says which
     */
    AdminUser changePassword(Operator user, String current, String next, LoginPolicy policy);

    /**
     * Keeps how a user wants to see things. Needs no permission and leaves no trace in the audit trail.
     *
     * @param name whose
     * @param preferences in the words of the tool, at most {@value #LONGEST_PREFERENCES} characters; "" for nothing said
     * @throws IllegalArgumentException if it is longer
     */
    void prefer(String name, String preferences);
}
