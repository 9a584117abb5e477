package dev.idem.inspect;

/**
 * What operators may do about one-time tokens. Each action checks the operator's permission itself, and is one transaction
 * with its row in the audit trail; none may be running. A denied or refused action changes nothing and is audited too. The
 * same action token twice is the same action, done once.
 *
 * <p>Nobody waits: a token that a call is using at this very moment stays as it is. It takes effect when the method returns:
 * a call that hands in a revoked token gets {@link dev.idem.InvalidTokenException}.
 *
 * <p>Safe for use by many threads at once. Every method throws
 *
 * <ul>
 *   <li>{@link NotPermittedException} if the operator lacks {@link Permission#REVOKE},
 *   <li>{@link NotAllowedException} if there is nothing to revoke, which its message explains, or the reason is blank,
 *   <li>{@link StoreUnreachableException} if the database does not answer; whether it happened shows when the same action
 *       token is sent again.
 * </ul>
 */
public interface TokenActions {

    /**
     * Revokes a token that is {@link TokenState#GOOD}. The entry in the audit trail has the verb {@code REVOKE} and the
     * subject {@code TOKEN} with the public id.
     *
     * @param operator who
     * @param publicId names the token
     * @param intent the action token, and why
     * @throws NoSuchRecordException if there is no such token
     * @throws NotAllowedException also if it was used, revoked or has expired before, or a call is using it now
     */
    void revoke(Operator operator, String publicId, Intent intent);

    /**
     * Revokes all tokens of a group that are {@link TokenState#GOOD}, however many. One entry in the audit trail has the verb
     * {@code REVOKE}, the subject {@code TOKENS} with purpose and subject, and how many they were.
     *
     * @param operator who
     * @param group which tokens
     * @param intent the action token, and why
     * @throws NotAllowedException also if none is good
     */
    void revokeAll(Operator operator, TokenGroup group, Intent intent);
}
