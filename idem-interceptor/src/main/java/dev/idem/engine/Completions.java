package dev.idem.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Completes the records of effects that happened, if nobody decided otherwise meanwhile. */
final class Completions {

    private static final Logger LOG = System.getLogger(Completions.class.getName());

    private final RecordStore records;
    private final EffectStore store;
    private final EngineListener listener;
    private final PatientTransaction patient;
    private final Answers answers;
    private final Misfires misfires;

    Completions(ExternalParts parts, Misfires misfires) {
        this.records = parts.records();
        this.store = parts.services().store();
        this.listener = parts.listener();
        this.patient = parts.patiently();
        this.answers = parts.answers();
        this.misfires = misfires;
    }

    /**
     * Completes a record.
     *
     * @return what the caller gets
     * @throws dev.idem.OutcomeUnknownException if the effect happened, but the record does not say so
     */
    @Nullable
    Object complete(Call call, Lease lease, @Nullable Object result) {
        if (result == null) {
            return complete(call, lease, Optional.empty(), null);
        }
        if (call.results().fails(result)) {
            misfires.failed(call, lease, new ReturnedFailure(result), true);
            return result;
        }
        ResultCodec.Encoded encoded;
        try {
            encoded = call.results().encode(result);
        } catch (RuntimeException notCarriable) {
            throw misfires.lost(call, lease, "its result cannot be stored: " + notCarriable.getMessage(), notCarriable);
        }
        return complete(call, lease, Optional.of(encoded.text()), encoded.answer());
    }

    private @Nullable Object complete(Call call, Lease lease, Optional<String> text, @Nullable Object answer) {
        Ending ending;
        try {
            ending = patient.run(() -> end(call, lease, text));
        } catch (Transactions.CommitFailure | StoreFailure failure) {
            throw misfires.lost(call, lease, "its result could not be stored: " + failure.getMessage(), failure);
        }
        if (ending.moved || ending.isBy(lease, text)) {
            listener.completed(call.key());
            return answer;
        }
        return decided(call, ending);
    }

    private Ending end(Call call, Lease lease, Optional<String> text) {
        boolean moved = store.finish(lease, text, call.operation().expireAfter());
        return new Ending(
                moved, moved ? Optional.empty() : records.find(call.key().hash()));
    }

    /** The record was decided while the body ran: its caller gets what every other call gets. */
    private @Nullable Object decided(Call call, Ending ending) {
        LOG.log(
                Level.WARNING,
                "IDEM-0213 {0} ended when its record was decided already: it may have had its effect twice",
                call.key());
        return ending.stored
                .flatMap(stored -> answers.from(stored, call))
                .orElseThrow(() -> Refusals.decidedMeanwhile(call.key()))
                .value();
    }

    /** How completing went; the record as it is if it was not moved. */
    private record Ending(boolean moved, Optional<StoredRecord> stored) {

        /** An earlier try committed, and its answer was lost. */
        boolean isBy(Lease lease, Optional<String> text) {
            return stored.filter(record -> record.state() == RecordState.COMPLETED
                            && record.attempt().equals(lease.attempt())
                            && record.result().equals(text))
                    .isPresent();
        }
    }
}
