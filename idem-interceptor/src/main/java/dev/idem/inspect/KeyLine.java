package dev.idem.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * A record in a list, without its payload. Immutable.
 *
 * @param id names the record
 * @param application the application that owns the operation
 * @param operation the operation's name
 * @param scope within what the key is unique, "" for global
 * @param key the whole key
 * @param state its state
 * @param version its version: an action names the version it was decided on
 * @param changedAt when it was changed last, by the database clock
 * @param expiresAt when its protection ends, if its state is one that expires
 * @param failures how many failed attempts are kept
 * @param cause the exception class of the last failed attempt, if any is kept
 */
public record KeyLine(
        RecordId id,
        String application,
        String operation,
        String scope,
        String key,
        KeyState state,
        int version,
        Instant changedAt,
        Instant expiresAt,
        int failures,
        Optional<String> cause) {}
