package dev.idem.engine;

import dev.idem.OnUnknownOutcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * How an operation whose effect is outside the database wants it treated.
 *
 * @param lease how long a claim holds without a sign of life
 * @param onUnknown what becomes of a call whose outcome is unknown
 * @param noEffectOn the failures which prove that nothing happened
 * @param returns what the body returns
 */
public record ExternalEffect(
        Duration lease, OnUnknownOutcome onUnknown, List<Class<? extends Throwable>> noEffectOn, Returns returns) {

    public ExternalEffect {
        noEffectOn = List.copyOf(noEffectOn);
    }

    boolean runsAgain() {
        return onUnknown == OnUnknownOutcome.RUN_AGAIN;
    }

    boolean nothingHappened(Throwable failure) {
        return noEffectOn.stream().anyMatch(type -> type.isInstance(failure));
    }

    /** What a duplicate gets: a stage that is complete, if the body returns one. */
    Outcome given(Outcome answer) {
        return returns.later() ? Outcome.of(CompletableFuture.completedFuture(answer.value())) : answer;
    }

    /**
     * As {@link #given(Outcome)} for a refusal: a stage that has failed just as the first one did.
     *
     * @throws RefusedException if the body returns no stage
     */
    Outcome given(RefusedException refused) {
        if (!returns.later()) {
            throw refused;
        }
        return Outcome.of(CompletableFuture.failedFuture(new CompletionException(refused.refusal())));
    }

    /**
     * What a body returns.
     *
     * @param later whether it is a stage or a future of the result
     * @param nothing whether there is no result, so that an effect that is known to be there completes the call
     */
    public record Returns(boolean later, boolean nothing) {}
}
