package dev.idem.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Has calls wait for the one that runs, holding nothing meanwhile. */
record WaitingCalls(Function<Duration, Backoff> backoffs) {

    /** Tries until there is an outcome; in progress when the call's time is over. */
    Outcome until(Call call, Attempt attempt) throws Exception {
        Backoff backoff = backoffs.apply(call.operation().waitFor());
        Optional<Outcome> outcome = attempt.once();
        while (outcome.isEmpty()) {
            if (!backoff.pause()) {
                throw Refusals.inProgress(call.key());
            }
            outcome = attempt.once();
        }
        return outcome.get();
    }

    /** One try of a call. */
    @FunctionalInterface
    interface Attempt {

        /** Empty if another call is running. */
        Optional<Outcome> once() throws Exception;
    }
}
