package dev.idem;

import java.time.Duration;

/**
 * Issues the one-time tokens of operations with {@link KeyType#TOKEN}: a form that is shown gets one, and sends it back when
 * it is submitted. However often it is submitted then, there is one effect and one answer. Inject it; one instance serves
 * all threads.
 *
 * <pre>{@code
 * IssuedToken token = tokens.issue("orders.submit", "checkout");
 * }</pre>
 *
 * <ol>
 *   <li>A token is 128 random bits. Only its SHA-256 digest is stored; it stands in no log and no message of Idem's.
 *   <li>It is for one operation and one scope: under {@link Scope#AUTO} and {@link Scope#CALLER} for whom it was issued only,
 *       under {@link Scope#GLOBAL} for whoever has it. What is issued for an anonymous HTTP caller is good for any anonymous
 *       HTTP caller who has it.
 *   <li>The call uses it up in the transaction of its effect: a call that fails leaves it as it was. In
 *       {@link Mode#EXTERNAL_EFFECT} it is used up with the record that says that the effect begins; if that certainly did
 *       not happen, the same call may use it again until it expires or is revoked.
 *   <li>A used one gets the stored result as long as the record binds ({@link IdempotentOperation#expireAfter()}), also after
 *       it has expired itself, and {@link InvalidTokenException} afterwards: it never runs again.
 *   <li>Unknown, expired, revoked, or handed in by somebody else or for another operation: {@link InvalidTokenException}, the
 *       same for all of them; nothing is recorded.
 * </ol>
 *
 * <p>Every method works in the running JTA transaction, and with it, or in one of its own. All throw
 * {@link StoreUnavailableException} if the database could not be used; a running transaction is rolled back then.
 */
public interface IdempotencyTokens {

    /**
     * Issues a token for the current caller, which is good for {@code idem.tokens.expire-after} (30 minutes), or for as long
     * as the operation's records bind if that is shorter.
     *
     * @param operation the name of an operation of this application with {@link KeyType#TOKEN}
     * @param purpose what for, such as {@code checkout}: 1 to 100 characters without control characters
     * @return the token
     * @throws IllegalArgumentException if there is no such operation, if its scope is CALLER and there is no authenticated
     *     caller, or if the purpose is out of its range
     */
    IssuedToken issue(String operation, String purpose);

    /**
     * Issues a token for the current caller.
     *
     * @param operation the name of an operation of this application with {@link KeyType#TOKEN}
     * @param purpose what for, such as {@code checkout}: 1 to 100 characters without control characters
     * @param lifetime how long it is good: a millisecond or more, at most as long as the operation's records bind
     * @return the token
     * @throws IllegalArgumentException if there is no such operation, if its scope is CALLER and there is no authenticated
     *     caller, or if a value is out of its range
     */
    IssuedToken issue(String operation, String purpose, Duration lifetime);

    /**
     * Issues a token for somebody else, such as the customer a mail goes to.
     *
     * @param subject the name of the authenticated caller who may use it, as the container knows it; not blank
     * @param operation the name of an operation of this application with {@link KeyType#TOKEN}
     * @param purpose what for, such as {@code checkout}: 1 to 100 characters without control characters
     * @param lifetime how long it is good: a millisecond or more, at most as long as the operation's records bind
     * @return the token
     * @throws IllegalArgumentException if there is no such operation, or if a value is out of its range
     */
    IssuedToken issueFor(String subject, String operation, String purpose, Duration lifetime);

    /**
     * Revokes a token. One that a call is using at this very moment stays as it is: nobody waits for that call.
     *
     * @param token the token itself
     * @return true if a call could have run by it until now; false if it is unknown, used, being used, expired or revoked
     *     before
     */
    boolean revoke(String token);

    /**
     * Revokes a token, as {@link #revoke(String)} does.
     *
     * @param id its public id
     * @return true if it was good until now
     */
    boolean revokeById(String id);

    /**
     * Revokes all tokens that are good and were issued for somebody, such as one who has logged out.
     *
     * @param subject the name of the caller they were issued for
     * @param purpose the purpose they were issued for
     * @return how many
     */
    int revokeAll(String subject, String purpose);
}
