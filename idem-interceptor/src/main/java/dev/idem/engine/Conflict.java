package dev.idem.engine;

import java.util.Optional;

/**
 * A key that came again with other arguments.
 *
 * @param key the key
 * @param recorded the digest of the arguments on record
 * @param fingerprint the digest of the arguments that came
 * @param arguments the arguments that came, as JSON, if they can be written
 * @param source by which way they came
 * @param deliveryId the transport's own id of the delivery, if it has one
 * @param caller the name of the authenticated caller, if there is one
 * @param traceId the trace of the call, if there is one
 * @param expireAfter how long it is kept
 */
public record Conflict(
        RecordKey key,
        Digest recorded,
        Digest fingerprint,
        Optional<String> arguments,
        Origin.Source source,
        Optional<String> deliveryId,
        Optional<String> caller,
        Optional<String> traceId,
        Retention expireAfter) {

    static Conflict of(Call call, Digest recorded, Digest fingerprint) {
        Origin origin = call.origin();
        return new Conflict(
                call.key(),
                recorded,
                fingerprint,
                origin.arguments(),
                origin.source(),
                origin.deliveryId(),
                origin.caller(),
                origin.traceId(),
                call.operation().expireAfter());
    }
}
