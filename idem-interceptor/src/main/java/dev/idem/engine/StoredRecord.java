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
 * @param unreadable why there is a stored result that cannot be read
 */
public record StoredRecord(
        RecordState state,
        boolean expired,
        UUID attempt,
        Optional<Digest> fingerprint,
        Optional<Digest> editedFingerprint,
        Optional<String> result,
        Optional<String> unreadable) {

    /** A record whose result can be read. */
    public StoredRecord(
            RecordState state,
            boolean expired,
            UUID attempt,
            Optional<Digest> fingerprint,
            Optional<Digest> editedFingerprint,
            Optional<String> result) {
        this(state, expired, attempt, fingerprint, editedFingerprint, result, Optional.empty());
    }

    /** The same record, its result as it was found in its column. */
    public StoredRecord with(Payloads.Opened opened) {
        return new StoredRecord(
                state, expired, attempt, fingerprint, editedFingerprint, opened.text(), opened.unreadable());
    }

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
