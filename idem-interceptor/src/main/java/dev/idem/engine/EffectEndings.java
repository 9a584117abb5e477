package dev.idem.engine;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Writes down the answers that runs came to, each for its own record only, and only while nobody decided otherwise. */
final class EffectEndings {

    private final RecordStore records;
    private final EffectStore store;
    private final PatientTransaction patient;
    private final Answers answers;

    EffectEndings(ExternalParts parts) {
        this.records = parts.records();
        this.store = parts.services().store();
        this.patient = parts.patiently();
        this.answers = parts.answers();
    }

    Ending completed(Call call, Lease lease, Optional<String> result) throws Transactions.CommitFailure {
        return ended(
                new Answer(lease, RecordState.COMPLETED, result),
                () -> store.finish(lease, result, call.operation().expireAfter()));
    }

    Ending refused(Call call, Lease lease, String refusal) throws Transactions.CommitFailure {
        return ended(
                new Answer(lease, RecordState.REFUSED, Optional.of(refusal)),
                () -> store.refuse(lease, refusal, call.operation().expireAfter()));
    }

    private Ending ended(Answer answer, BooleanSupplier move) throws Transactions.CommitFailure {
        return patient.run(() -> {
            if (move.getAsBoolean()) {
                return new Ending(true, Optional.empty());
            }
            Optional<StoredRecord> stored = records.find(answer.lease().key().hash());
            return new Ending(stored.filter(answer::isIn).isPresent(), stored);
        });
    }

    /** What every other call gets from a record that was decided before; empty if it has no answer. */
    Optional<Outcome> decided(Call call, Ending ending) {
        return ending.stored().flatMap(stored -> answers.from(stored, call.admittedBy(Admission.OPEN)));
    }

    /**
     * How it went.
     *
     * @param ours whether the record says what this run came to
     * @param stored the record as it was found, if this run did not move it
     */
    record Ending(boolean ours, Optional<StoredRecord> stored) {}

    /** What a run came to. */
    private record Answer(Lease lease, RecordState state, Optional<String> text) {

        /** An earlier try committed, and what the database said was lost. */
        boolean isIn(StoredRecord record) {
            return record.state() == state
                    && record.attempt().equals(lease.attempt())
                    && record.result().equals(text);
        }
    }
}
