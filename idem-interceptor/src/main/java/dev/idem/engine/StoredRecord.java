package dev.idem.engine;

import java.util.Optional;
import java.util.UUID;

/**
 * What a call needs to know of a stored record.
 *
 * @param state its state
 * @param expired whether its time has passed, by the database clock
 * @param attempt the attempt that wrote the row last
 * @param fingerprint the digest of the arguments, if they are checked
 * @param editedFingerprint the digest of the arguments an operator replayed it with, if edited
 * @param result the stored result, absent for {@code void} and {@code null}
 */
public record StoredRecord(
        RecordState state,
        boolean expired,
        UUID attempt,
        Optional<Digest> fingerprint,
        Optional<Digest> editedFingerprint,
        Optional<String> result) {

    /** Tells whether the key is free: it never bound, or binds no longer. */
    boolean free() {
        return state == RecordState.FAILED || (expired && state.expires());
    }

    boolean matches(Digest arguments) {
        return fingerprint.isEmpty()
                || fingerprint.get().equals(arguments)
                || editedFingerprint.filter(arguments::equals).isPresent();
    }
}
