package dev.idem.engine;

import dev.idem.IdempotencyException;
import dev.idem.spi.EffectProbe;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Decides what became of a run that did not end well. Only proof that nothing happened makes the key free; whatever else
 * is not known waits for a person, or for the next call where the far end is idempotent.
 */
final class Misfires {

    private static final Logger LOG = System.getLogger(Misfires.class.getName());

    private final EffectStore store;
    private final EffectProbes probes;
    private final EngineListener listener;
    private final PatientTransaction patient;
    private final Failures failures;
    private final Failures retriedFailures;

    Misfires(ExternalParts parts) {
        this.store = parts.services().store();
        this.probes = parts.services().probes();
        this.listener = parts.listener();
        this.patient = parts.patiently();
        RecordStore records = parts.records();
        this.failures = new Failures(records, parts.transactions(), listener);
        this.retriedFailures = new Failures(
                records,
                parts.transactions(),
                listener,
                parked -> records.park(parked) || store.giveUp(parked.key(), parked.attempt()));
    }

    /**
     * The body failed.
     *
     * @param reached whether what may have an effect was reached at all
     */
    void failed(Call call, Lease lease, Throwable failure, boolean reached) {
        EffectProbe.Effect effect = reached ? effect(call, failure) : EffectProbe.Effect.NOT_HAPPENED;
        switch (effect) {
            case NOT_HAPPENED -> end(call, lease, lease.ifNothingHappened(), failure);
            case HAPPENED -> happened(call, lease, failure);
            case UNKNOWN -> end(call, lease, Moves.Move.LOSE, failure);
        }
        keep(call, lease, failure);
    }

    /** The body returned, and failed all the same. */
    void failedLater(Call call, Lease lease, Throwable failure) {
        failed(call, lease, failure, true);
        listener.rolledBack(call.key());
    }

    private EffectProbe.Effect effect(Call call, Throwable failure) {
        return call.external().nothingHappened(failure)
                ? EffectProbe.Effect.NOT_HAPPENED
                : probes.ask(call.key()).effect();
    }

    /** What a call that returns nothing returned is known; any other result only a person can find out. */
    private void happened(Call call, Lease lease, Throwable failure) {
        if (!call.external().returns().nothing()) {
            end(call, lease, Moves.Move.LOSE, failure);
            return;
        }
        try {
            if (patient.run(
                    () -> store.finish(lease, Optional.empty(), call.operation().expireAfter()))) {
                listener.completed(call.key());
            }
        } catch (Transactions.CommitFailure | RuntimeException bookkeeping) {
            notWritten(lease, failure, bookkeeping);
        }
    }

    /**
     * The effect happened, but the record cannot say so.
     *
     * @return what the caller gets
     */
    IdempotencyException lost(Call call, Lease lease, String what, Exception cause) {
        IdempotencyException answer = Refusals.resultLost(call.key(), what, cause);
        end(call, lease, Moves.Move.LOSE, answer);
        keep(call, lease, answer);
        return answer;
    }

    private void end(Call call, Lease lease, Moves.Move move, Throwable failure) {
        try {
            boolean moved = patient.run(() -> store.end(lease, move));
            if (moved && move == Moves.Move.LOSE && !call.external().runsAgain()) {
                LOG.log(Level.WARNING, "IDEM-0210 the outcome of {0} is not known: its body failed", lease.key());
                listener.parked(lease.key(), 0);
            }
        } catch (Transactions.CommitFailure | RuntimeException bookkeeping) {
            notWritten(lease, failure, bookkeeping);
        }
    }

    private void keep(Call call, Lease lease, Throwable failure) {
        Failures kept = call.external().runsAgain() ? retriedFailures : failures;
        kept.keep(call, lease.attempt(), failure);
    }

    /** It is in progress until its lease is over. */
    private static void notWritten(Lease lease, Throwable failure, Exception bookkeeping) {
        failure.addSuppressed(bookkeeping);
        LOG.log(
                Level.WARNING,
                "IDEM-0212 how " + lease.key() + " ended could not be written down: its outcome is unknown once its"
                        + " lease is over",
                bookkeeping);
    }
}
