package dev.idem.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/**
 * A body's deterministic no.
 *
 * @param attempt the attempt whose body it was
 * @param thrown what the body threw
 * @param text as stored
 */
record Refusal(UUID attempt, Throwable thrown, String text) {

    private static final Logger LOG = System.getLogger(Refusal.class.getName());

    /**
     * Tells a refusal from a failure.
     *
     * @return empty if it is a failure; so is a refusal that could not be given again
     */
    static Optional<Refusal> of(Call call, UUID attempt, Throwable thrown) {
        try {
            return call.operation().refusal(thrown).map(text -> new Refusal(attempt, thrown, text));
        } catch (RuntimeException notCarriable) {
            thrown.addSuppressed(notCarriable);
            LOG.log(
                    Level.WARNING,
                    "IDEM-0231 a refusal of " + call.key() + " cannot be stored, and is a failed attempt",
                    notCarriable);
            return Optional.empty();
        }
    }

    void notStored(Call call, Exception failure) {
        thrown.addSuppressed(failure);
        LOG.log(Level.WARNING, "IDEM-0230 a refusal of " + call.key() + " could not be stored", failure);
    }

    /** For a caller while another one runs, which may still succeed: a refusal now might be contradicted. */
    RuntimeException undecided(Call call) {
        RuntimeException busy = Refusals.inProgress(call.key());
        busy.addSuppressed(thrown);
        return busy;
    }
}
