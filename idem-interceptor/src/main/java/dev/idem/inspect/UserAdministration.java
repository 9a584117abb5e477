package dev.idem.inspect;

import java.util.List;
import java.util.Set;

/**
 * What administrators do about the console's users. Each action is one transaction with its entry in the audit trail; none
 * may be running. A denied or refused action changes nothing and is audited too. The same action token twice is the same
 * action, done once. A change of roles, activity or password ends the user's sessions.
 *
 * <p>Nobody changes themselves here, and one administrator who may log in remains, so that nobody is locked out of everything.
 *
 * <p>Safe for use by many threads at once. Every method throws
 *
 * <ul>
 *   <li>{@link NotPermittedException} if the operator lacks {@link Permission#ADMINISTER_USERS},
 *   <li>{@link StoreUnreachableException} if the database does not answer; whether an action happened shows when the same
 *       action token is sent again.
 * </ul>
 *
 * <p>Every action throws {@link NotAllowedException} if it cannot be done, which its message explains, or the reason is blank.
 */
public interface UserAdministration {

    /** The most users that are listed. */
    int MOST_LISTED = 1_000;

    /**
     * Lists users.
     *
     * @param operator who looks
     * @return by name, {@value #MOST_LISTED} at most
     */
    List<UserLine> users(Operator operator);

    /**
     * Finds a user.
     *
     * @param operator who looks
     * @param name the user's name
     * @return the user
     * @throws NoSuchRecordException if there is none of this name
     */
    UserLine user(Operator operator, String name);

    /**
     * Creates a user. The verb in the audit trail is {@code CREATE_USER}.
     *
     * @param operator who
     * @param name the new user's name, 1 to 100 characters without control characters or outer spaces
     * @param roles the new user's roles, at least one
     * @param intent the action token, and why
     * @return the password, for the new user
     * @throws NotAllowedException also if the name is taken, or the same action was done before: its password was shown then
     */
    OneTimePassword create(Operator operator, String name, Set<Role> roles, Intent intent);

    /**
     * Gives a user other roles, or decides whether they may log in. Roles by an identity provider are again those it says at the
     * next login. The verb in the audit trail is {@code CHANGE_USER}.
     *
     * @param operator who
     * @param change what is to become of whom
     * @param intent the action token, and why
     * @throws NoSuchRecordException if there is no such user
     * @throws ChangedMeanwhileException if the user is not as whoever decided it saw them
     */
    void change(Operator operator, UserChange change, Intent intent);

    /**
     * Makes a new password for a user, and ends a lock. The verb in the audit trail is {@code RESET_PASSWORD}.
     *
     * @param operator who
     * @param name whose
     * @param intent the action token, and why
     * @return the password, for the user
     * @throws NoSuchRecordException if there is no such user
     * @throws NotAllowedException also if the same action was done before: its password was shown then; or if an identity
     *     provider vouches for the user, who has no password here
     */
    OneTimePassword resetPassword(Operator operator, String name, Intent intent);

    /**
     * Lets a user try again whom failed logins keep out. The verb in the audit trail is {@code UNLOCK_USER}.
     *
     * @param operator who
     * @param name whom
     * @param intent the action token, and why
     * @throws NoSuchRecordException if there is no such user
     * @throws NotAllowedException also if they are not locked
     */
    void unlock(Operator operator, String name, Intent intent);
}
