package dev.idem.admin.api;

import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import java.time.Instant;
import java.util.Optional;

/** A one-time token. Its value is kept nowhere. */
public record TokenView(
        String id,
        String application,
        String operation,
        String purpose,
        String subject,
        String issuedBy,
        TokenState state,
        Instant issued,
        Instant expires,
        Optional<Instant> used,
        Optional<String> usedBy,
        Optional<Instant> revoked,
        Optional<String> revokedBy,
        int lateAttempts,
        Optional<String> record) {

    /**
     * A token.
     *
     * @param record the record of its one call; empty if there is none
     */
    static TokenView of(TokenLine line, Optional<String> record) {
        return new TokenView(
                line.publicId(),
                line.application(),
                line.operation(),
                line.purpose(),
                line.subject(),
                line.issuedBy(),
                line.state(),
                line.issuedAt(),
                line.expiresAt(),
                line.usedAt(),
                line.usedBy(),
                line.revokedAt(),
                line.revokedBy(),
                line.lateAttempts(),
                record);
    }
}
