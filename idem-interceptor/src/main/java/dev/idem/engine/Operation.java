package dev.idem.engine;

import dev.idem.OnDuplicate;
import java.time.Duration;
import java.util.List;

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
 */
public record Operation(
        String name,
        Duration waitFor,
        Retention expireAfter,
        OnDuplicate onDuplicate,
        int maxAttempts,
        List<Class<? extends Throwable>> parkOn,
        boolean acknowledges) {

    public Operation {
        if (waitFor.isNegative()) {
            throw new IllegalArgumentException("waitFor must be zero or positive, was " + waitFor);
        }
        if (maxAttempts < 0) {
            throw new IllegalArgumentException("maxAttempts must be 0 or more, was " + maxAttempts);
        }
        parkOn = List.copyOf(parkOn);
    }

    /** Tells whether a failed call may end as poison at all, so that its arguments must be at hand. */
    public boolean mayPark() {
        return maxAttempts > 0 || !parkOn.isEmpty();
    }

    boolean parks(Throwable failure, int failures) {
        return (maxAttempts > 0 && failures >= maxAttempts)
                || parkOn.stream().anyMatch(type -> type.isInstance(failure));
    }
}
