package dev.idem.engine;

import java.util.UUID;

/**
 * One run of the body that did not commit.
 *
 * @param key identifies the call
 * @param attempt identifies the attempt
 * @param cause what failed
 * @param counted whether it counts towards {@code maxAttempts}; transient store failures do not
 * @param expireAfter how long it counts
 */
public record FailedAttempt(RecordKey key, UUID attempt, FailureCause cause, boolean counted, Retention expireAfter) {}
