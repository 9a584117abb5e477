package dev.idem.persistence;

import dev.idem.engine.Claimant;
import dev.idem.engine.Digest;
import dev.idem.engine.EffectStart;
import dev.idem.engine.ParkedCall;
import dev.idem.engine.PayloadPlace;
import dev.idem.engine.Payloads;
import dev.idem.engine.RecordKey;
import dev.idem.engine.RecordState;
import dev.idem.engine.Retention;
import java.util.Optional;
import java.util.UUID;

/** What a record holds when it is written anew. */
record NewRecord(
        RecordKey key,
        RecordState state,
        UUID attempt,
        Optional<Digest> fingerprint,
        Optional<String> arguments,
        Retention expireAfter) {

    static NewRecord of(Claimant claimant) {
        return new NewRecord(
                claimant.key(),
                RecordState.COMPLETED,
                claimant.attempt(),
                claimant.fingerprint(),
                Optional.empty(),
                claimant.expireAfter());
    }

    static NewRecord of(EffectStart wanted, Payloads payloads) {
        Claimant claimant = wanted.claimant();
        return new NewRecord(
                claimant.key(),
                RecordState.IN_PROGRESS,
                claimant.attempt(),
                claimant.fingerprint(),
                payloads.sealed(
                        wanted.arguments(),
                        PayloadPlace.arguments(claimant.key().hash())),
                claimant.expireAfter());
    }

    static NewRecord of(ParkedCall call, Payloads payloads) {
        return new NewRecord(
                call.key(),
                RecordState.POISON,
                call.attempt(),
                call.fingerprint(),
                payloads.sealed(
                        call.arguments(), PayloadPlace.arguments(call.key().hash())),
                call.expireAfter());
    }
}
