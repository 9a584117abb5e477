package dev.idem.admin.api;

import dev.idem.admin.tokens.TokenRow;
import dev.idem.inspect.TokenLine;
import dev.idem.inspect.TokenState;
import java.time.Instant;
import java.util.Optional;

/** A one-time token in a list: whom it is for and who used it is with the token itself. */
public record TokenItem(
        String id,
        String application,
        String operation,
        String purpose,
        String subject,
        TokenState state,
        Instant issued,
        Instant expires,
        Optional<Instant> used,
        int lateAttempts) {

    static TokenItem of(TokenLine line) {
        return new TokenItem(
                line.publicId(),
                line.application(),
                line.operation(),
                line.purpose(),
                TokenRow.masked(line.subject()),
                line.state(),
                line.issuedAt(),
                line.expiresAt(),
                line.usedAt(),
                line.lateAttempts());
    }
}
