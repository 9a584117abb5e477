package dev.idem.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Stores what bodies of external effects refuse, if nobody decided otherwise meanwhile. */
final class EffectRefusals {

    private static final Logger LOG = System.getLogger(EffectRefusals.class.getName());

    private final EngineListener listener;
    private final EffectEndings endings;

    EffectRefusals(EngineListener listener, EffectEndings endings) {
        this.listener = listener;
        this.endings = endings;
    }

    /**
     * Stores a failure that is a refusal, and throws it.
     *
     * @return what the record says, if it was decided before; empty if the failure is no refusal, or could not be stored as
     *     one: then it is as any other failure
     * @throws RefusedException if it is a refusal
     * @throws dev.idem.OperationInProgressException if it is one, and another run may still succeed
     */
    Optional<Outcome> settle(Call call, Lease lease, Throwable failure) {
        return knows(call, lease)
                ? Refusal.of(call, lease.attempt(), failure).flatMap(refusal -> settle(call, lease, refusal))
                : Optional.empty();
    }

    /**
     * A run that refuses does not know what became of an earlier one whose outcome is unknown: "declined" may mean that the
     * money is gone. Only a far end that is idempotent gives the same answer to both.
     */
    private static boolean knows(Call call, Lease lease) {
        return lease.ifNothingHappened() != Moves.Move.LOSE || call.external().runsAgain();
    }

    private Optional<Outcome> settle(Call call, Lease lease, Refusal refusal) {
        EffectEndings.Ending ending;
        try {
            ending = endings.refused(call, lease, refusal.text());
        } catch (Transactions.CommitFailure | StoreFailure failure) {
            refusal.notStored(call, failure);
            return Optional.empty();
        }
        if (ending.ours()) {
            listener.refused(call.key());
            throw new RefusedException(refusal.thrown(), true);
        }
        LOG.log(Level.DEBUG, "{0} was refused when its record was decided already", call.key());
        return Optional.of(endings.decided(call, ending).orElseThrow(() -> undecided(call, ending, refusal)));
    }

    /** A key that is free again, by an operator's hand, has no answer but the refusal. */
    private static RuntimeException undecided(Call call, EffectEndings.Ending ending, Refusal refusal) {
        boolean free = ending.stored().map(StoredRecord::free).orElse(true);
        return free ? new RefusedException(refusal.thrown(), false) : refusal.undecided(call);
    }
}
