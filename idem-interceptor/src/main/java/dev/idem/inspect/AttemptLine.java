package dev.idem.inspect;

import java.time.Instant;

/**
 * A failed attempt. Immutable.
 *
 * @param id its number
 * @param failedAt when it failed, by the database clock
 * @param counted whether it counts towards {@code maxAttempts}; transient store failures do not
 * @param exception the exception's class name
 * @param message its message, "" for none, at most 1,000 characters
 * @param trace its stack trace with causes, at most 16,000 characters
 * @param node the process it failed in
 */
public record AttemptLine(
        long id, Instant failedAt, boolean counted, String exception, String message, String trace, String node) {}
