package dev.idem.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Completes the records of effects that happened, if nobody decided otherwise meanwhile. */
final class Completions {

    private static final Logger LOG = System.getLogger(Completions.class.getName());

    private final EngineListener listener;
    private final EffectEndings endings;
    private final Misfires misfires;

    Completions(EngineListener listener, EffectEndings endings, Misfires misfires) {
        this.listener = listener;
        this.endings = endings;
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
            misfires.failedLater(call, lease, new ReturnedFailure(result));
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
        EffectEndings.Ending ending;
        try {
            ending = endings.completed(call, lease, text);
        } catch (Transactions.CommitFailure | StoreFailure failure) {
            throw misfires.lost(call, lease, "its result could not be stored: " + failure.getMessage(), failure);
        }
        if (ending.ours()) {
            listener.completed(call.key());
            return answer;
        }
        return decided(call, ending);
    }

    /** The record was decided while the body ran: its caller gets what every other call gets. */
    private @Nullable Object decided(Call call, EffectEndings.Ending ending) {
        LOG.log(
                Level.WARNING,
                "IDEM-0213 {0} ended when its record was decided already: it may have had its effect twice",
                call.key());
        return endings.decided(call, ending)
                .orElseThrow(() -> Refusals.decidedMeanwhile(call.key()))
                .value();
    }
}
