package dev.idem.engine;

import java.util.Optional;
import java.util.UUID;

/**
 * One call, as it stood before its body ran.
 *
 * @param operation what is called
 * @param key identifies it
 * @param fingerprint the digest of its arguments, if they are checked
 * @param arguments its arguments as JSON, if it may be parked and they could be written
 * @param results how its result is stored
 * @param origin where it came from
 * @param replay the order it carries out, if an operator asked for it
 * @param admission what it must hand in to run
 */
public record Call(
        Operation operation,
        RecordKey key,
        Optional<Digest> fingerprint,
        Optional<String> arguments,
        ResultCodec results,
        Origin origin,
        Optional<ReplayOrder> replay,
        Admission admission) {

    /** A call that has nothing to hand in. */
    public Call(
            Operation operation,
            RecordKey key,
            Optional<Digest> fingerprint,
            Optional<String> arguments,
            ResultCodec results,
            Origin origin,
            Optional<ReplayOrder> replay) {
        this(operation, key, fingerprint, arguments, results, origin, replay, Admission.OPEN);
    }

    /** A call that nobody asked for but its caller. */
    public Call(
            Operation operation,
            RecordKey key,
            Optional<Digest> fingerprint,
            Optional<String> arguments,
            ResultCodec results,
            Origin origin) {
        this(operation, key, fingerprint, arguments, results, origin, Optional.empty());
    }

    /** The same call, with something to hand in. */
    public Call admittedBy(Admission door) {
        return new Call(operation, key, fingerprint, arguments, results, origin, replay, door);
    }

    Claimant claimant(UUID attempt) {
        return new Claimant(key, attempt, fingerprint, operation.expireAfter());
    }

    EffectStart effectStart(UUID attempt) {
        return new EffectStart(claimant(attempt), arguments, external().lease());
    }

    ExternalEffect external() {
        return operation.external().orElseThrow();
    }

    FailedAttempt failed(UUID attempt, Throwable failure, boolean counted) {
        return new FailedAttempt(key, attempt, FailureCause.of(failure), counted, operation.expireAfter());
    }

    ParkedCall parked(UUID attempt) {
        return new ParkedCall(key, attempt, fingerprint, arguments, operation.expireAfter());
    }
}
