package dev.idem.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Answers calls whose own body has refused them: with the refusal, unless another caller settled the key meanwhile. */
final class RefusedCalls {

    private final KeptRefusals refusals;
    private final Answers answers;
    private final Function<Duration, Backoff> backoffs;

    RefusedCalls(KeptRefusals refusals, Answers answers, Function<Duration, Backoff> backoffs) {
        this.refusals = refusals;
        this.answers = answers;
        this.backoffs = backoffs;
    }

    /**
     * Stores a refusal and throws it. No transaction may be running.
     *
     * @return what another caller's body returned
     */
    Outcome settle(Call call, Refusal refusal) throws Exception {
        Backoff backoff = backoffs.apply(call.operation().waitFor());
        Optional<Outcome> settled = tryOnce(call, refusal);
        while (settled.isEmpty()) {
            if (!backoff.pause()) {
                throw refusal.undecided(call);
            }
            settled = tryOnce(call, refusal);
        }
        return settled.get();
    }

    private Optional<Outcome> tryOnce(Call call, Refusal refusal) {
        Optional<Claim> claim = refusals.keep(call, refusal);
        if (claim.isEmpty() || claim.get() instanceof Claim.Claimed) {
            throw new RefusedException(refusal.thrown(), claim.isPresent());
        }
        return claim.get() instanceof Claim.Found found ? answers.from(found.stored(), call) : Optional.empty();
    }
}
