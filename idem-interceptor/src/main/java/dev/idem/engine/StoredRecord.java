package dev.idem.engine;

import java.time.Duration;
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
 * @param bindsFor how long it binds from now on, by the database clock; zero or negative if expired, or not known
 */
public record StoredRecord(
        RecordState state,
        boolean expired,
        UUID attempt,
        Optional<Digest> fingerprint,
        Optional<Digest> editedFingerprint,
        Optional<String> result,
        Optional<String> unreadable,
        Duration bindsFor) {

    /** A record whose result can be read, and whose end is not known. */
    public StoredRecord(
            RecordState state,
            boolean expired,
            UUID attempt,
            Optional<Digest> fingerprint,
            Optional<Digest> editedFingerprint,
            Optional<String> result) {
        this(state, expired, attempt, fingerprint, editedFingerprint, result, Optional.empty(), Duration.ZERO);
    }

    /**
     * The record of a call whose body has run, as a duplicate reads it.
     *
     * @param outcome what the body returned
     * @param age how long ago its claim began, in nanoseconds
     */
    static StoredRecord completed(Call call, UUID attempt, Outcome outcome, long age) {
        return new StoredRecord(
                RecordState.COMPLETED,
                false,
                attempt,
                call.fingerprint(),
                Optional.empty(),
                Optional.ofNullable(outcome.text()),
                Optional.empty(),
                call.operation().expireAfter().shortest().minusNanos(age));
    }

    /** The same record, its result as it was found in its column. */
    public StoredRecord with(Payloads.Opened opened) {
        return new StoredRecord(
                state, expired, attempt, fingerprint, editedFingerprint, opened.text(), opened.unreadable(), bindsFor);
    }

    /** Tells whether it is finished, binds, and gives duplicates a result. */
    boolean answers() {
        return state == RecordState.COMPLETED && !expired && unreadable.isEmpty();
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
