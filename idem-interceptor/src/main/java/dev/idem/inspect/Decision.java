package dev.idem.inspect;

/**
 * What an operator decided about one record. Immutable.
 *
 * @param record the record
 * @param version the version of it that the operator saw
 * @param actionToken made by the page that offers the action and sent once: the same token is the same action, however
 *     often it arrives; 16 to 64 characters
 * @param reason why, at most 1,000 characters; "" only where the action needs none (dry run, probe)
 */
public record Decision(RecordId record, int version, String actionToken, String reason) {

    /**
     * Checks lengths.
     *
     * @param record the record
     * @param version the version of it that the operator saw
     * @param actionToken made by the page that offers the action and sent once: the same token is the same action; 16 to 64 characters
     * @param reason why, at most 1,000 characters; "" only where the action needs none (dry run, probe)
     * @throws IllegalArgumentException if the token or the reason is too short or too long
     */
    public Decision {
        Intent.check(actionToken, reason);
    }
}
