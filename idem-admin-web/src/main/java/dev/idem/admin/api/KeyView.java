package dev.idem.admin.api;

import dev.idem.inspect.KeyLine;
import dev.idem.inspect.KeyState;
import java.time.Instant;
import java.util.Optional;

/** A record in a list. */
public record KeyView(
        String id,
        KeyState state,
        String application,
        String operation,
        String scope,
        String key,
        int version,
        Instant changed,
        Instant expires,
        int failedAttempts,
        Optional<String> cause) {

    static KeyView of(KeyLine line) {
        return new KeyView(
                line.id().hex(),
                line.state(),
                line.application(),
                line.operation(),
                line.scope(),
                line.key(),
                line.version(),
                line.changedAt(),
                line.expiresAt(),
                line.failures(),
                line.cause());
    }
}
