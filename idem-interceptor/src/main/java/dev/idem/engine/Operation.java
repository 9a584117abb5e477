package dev.idem.engine;

import dev.idem.IdempotencyException;
import dev.idem.OnDuplicate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one operation wants its calls treated.
 *
 * @param name its name within the application
 * @param waitFor how long a concurrent duplicate waits, zero or positive
 * @param expireAfter how long a finished record binds
 * @param onDuplicate what a duplicate gets
 * @param maxAttempts after how many counted failures a call is parked, 0 for never
 * @param parkOn the failures that park at once
 * @param acknowledges whether a final answer is swallowed, so that a broker forgets the message: what happened must then
 *     be on record
 * @param refusals tells and stores deterministic refusals
 * @param external how an effect outside the database is treated; empty for one in the database
 * @param cacheFor how long a finished record may be kept near, zero for not at all
 */
public record Operation(
        String name,
        Duration waitFor,
        Retention expireAfter,
        OnDuplicate onDuplicate,
        int maxAttempts,
        List<Class<? extends Throwable>> parkOn,
        boolean acknowledges,
        RefusalCodec refusals,
        Optional<ExternalEffect> external,
        Duration cacheFor) {

    /** An operation that stores no refusals and keeps nothing near. */
    public Operation(
            String name,
            Duration waitFor,
            Retention expireAfter,
            OnDuplicate onDuplicate,
            int maxAttempts,
            List<Class<? extends Throwable>> parkOn,
            boolean acknowledges,
            Optional<ExternalEffect> external) {
        this(
                name,
                waitFor,
                expireAfter,
                onDuplicate,
                maxAttempts,
                parkOn,
                acknowledges,
                RefusalCodec.NONE,
                external,
                Duration.ZERO);
    }

    public Operation {
        if (waitFor.isNegative()) {
            throw new IllegalArgumentException("waitFor must be zero or positive, was " + waitFor);
        }
        if (maxAttempts < 0) {
            throw new IllegalArgumentException("maxAttempts must be 0 or more, was " + maxAttempts);
        }
        if (cacheFor.isNegative()) {
            throw new IllegalArgumentException("cacheFor must be zero or positive, was " + cacheFor);
        }
        parkOn = List.copyOf(parkOn);
    }

    /** Tells whether a call may have to be decided by a person, who must see its arguments. */
    public boolean keepsArguments() {
        return mayPark() || external.isPresent();
    }

    /** Tells whether the next call runs after an outcome that nobody knows. */
    boolean runsAgain() {
        return external.filter(ExternalEffect::runsAgain).isPresent();
    }

    /** Tells whether finished records are kept near. */
    boolean caches() {
        return !cacheFor.isZero();
    }

    /** Tells whether a failed call may end as poison at all, so that its arguments must be at hand. */
    public boolean mayPark() {
        return maxAttempts > 0 || !parkOn.isEmpty();
    }

    /** Tells whether a failure is a deterministic refusal. What passes by itself, and an answer of ours, is none. */
    public boolean refuses(Throwable failure) {
        return refusals.declares(failure)
                && !(failure instanceof IdempotencyException)
                && !TransientFailures.isTransient(failure);
    }

    /**
     * What is stored of a refusal.
     *
     * @return empty if the failure is none
     * @throws RuntimeException if it is one that could not be given again
     */
    public Optional<String> refusal(Throwable failure) {
        return refuses(failure) ? Optional.of(refusals.encode(failure)) : Optional.empty();
    }

    boolean parks(Throwable failure, int failures) {
        return (maxAttempts > 0 && failures >= maxAttempts)
                || parkOn.stream().anyMatch(type -> type.isInstance(failure));
    }
}
