package dev.idem.engine;

import java.util.Optional;
import java.util.UUID;

/**
 * A call that failed for good.
 *
 * @param key identifies the call
 * @param attempt the attempt that failed last
 * @param fingerprint the digest of its arguments, if they are checked
 * @param arguments its arguments as JSON, if they could be kept
 * @param expireAfter how long the record binds once completed
 */
public record ParkedCall(
        RecordKey key, UUID attempt, Optional<Digest> fingerprint, Optional<String> arguments, Retention expireAfter) {}
