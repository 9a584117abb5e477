package dev.idem.model;

import dev.idem.engine.Claimant;
import dev.idem.engine.Digest;
import dev.idem.engine.ParkedCall;
import dev.idem.engine.RecordState;
import java.util.Optional;
import java.util.UUID;

/** A record, as a table has it. Its time is never over here. */
record Row(
        RecordState state,
        UUID attempt,
        int epoch,
        Optional<Digest> fingerprint,
        Optional<Digest> edited,
        Optional<String> result,
        boolean leaseOver) {

    static Row of(RecordState state, UUID attempt, Claimant claimant) {
        return new Row(state, attempt, 1, claimant.fingerprint(), Optional.empty(), Optional.empty(), false);
    }

    static Row of(UUID attempt, ParkedCall call) {
        return new Row(RecordState.POISON, attempt, 1, call.fingerprint(), Optional.empty(), Optional.empty(), false);
    }

    boolean free() {
        return state == RecordState.FAILED;
    }

    Row in(RecordState next) {
        return new Row(next, attempt, epoch, fingerprint, edited, result, leaseOver);
    }

    Row with(Optional<String> text) {
        return new Row(state, attempt, epoch, fingerprint, edited, text, leaseOver);
    }

    Row by(UUID other) {
        return new Row(state, other, epoch, fingerprint, edited, result, false);
    }

    Row version(int next) {
        return new Row(state, attempt, next, fingerprint, edited, result, leaseOver);
    }

    Row withoutLease() {
        return new Row(state, attempt, epoch, fingerprint, edited, result, true);
    }
}
