package dev.idem.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * A one-time token, without what makes it one: neither its value nor the digest of it is here. Immutable.
 *
 * @param publicId by which people speak of it, at most 40 characters
 * @param application the application that issued it
 * @param operation the operation it is for
 * @param purpose what for, as its issuer says, at most 100 characters
 * @param subject whom it was issued for, at most 255 characters, "" for nobody known
 * @param issuedBy who had it issued, at most 255 characters, "" for nobody known
 * @param state what it is good for
 * @param issuedAt when it was issued, by the database clock, as all times here
 * @param expiresAt until when it is good
 * @param usedAt when a call used it, empty if none did
 * @param usedBy who made that call, empty if nobody did or nobody known
 * @param record the record of the one call it is for; there is none before it is used, and none after that was purged
 * @param revokedAt when it was revoked, empty if it was not
 * @param revokedBy who revoked it, empty if nobody did or nobody known
 * @param lateAttempts how often it came again after it was used, about: 0 to about a billion
 */
public record TokenLine(
        String publicId,
        String application,
        String operation,
        String purpose,
        String subject,
        String issuedBy,
        TokenState state,
        Instant issuedAt,
        Instant expiresAt,
        Optional<Instant> usedAt,
        Optional<String> usedBy,
        RecordId record,
        Optional<Instant> revokedAt,
        Optional<String> revokedBy,
        int lateAttempts) {

    /**
     * The tokens that were issued for the same one and purpose.
     *
     * @return what they have in common
     */
    public TokenGroup group() {
        return new TokenGroup(application, subject, purpose);
    }
}
