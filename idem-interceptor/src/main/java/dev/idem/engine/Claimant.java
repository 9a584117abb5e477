package dev.idem.engine;

import java.util.Optional;
import java.util.UUID;

/**
 * A call that wants to run.
 *
 * @param key identifies the call
 * @param attempt identifies this attempt
 * @param fingerprint the digest of its arguments, if they are checked
 * @param expireAfter how long the record binds once completed
 */
public record Claimant(RecordKey key, UUID attempt, Optional<Digest> fingerprint, Retention expireAfter) {}
