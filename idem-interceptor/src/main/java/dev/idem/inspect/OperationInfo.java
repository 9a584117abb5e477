package dev.idem.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An operation as the application announced it at its last start. Immutable, for all threads.
 *
 * @param application the application
 * @param operation the operation's name
 * @param className the bean's class
 * @param methodName the method
 * @param parameterTypes the method's generic parameter types, separated by {@code ", "}
 * @param mode {@code TRANSACTIONAL} or {@code EXTERNAL_EFFECT}
 * @param settings its settings in force, as a JSON object
 * @param argumentSchema its parameters and result as JSON (see {@code REFERENCE.md}), if they could be described
 * @param notReplayable why a worker cannot replay it; empty if it can
 * @param node the node that announced it last
 * @param lastSeenAt when a node that runs it gave its last sign of life, by the database clock
 */
public record OperationInfo(
        String application,
        String operation,
        String className,
        String methodName,
        String parameterTypes,
        String mode,
        String settings,
        Optional<String> argumentSchema,
        Optional<String> notReplayable,
        String node,
        Instant lastSeenAt) {

    /** How long a node waits from one sign of life to the next. */
    public static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);

    private static final int MISSED = 4;

    /**
     * The method in one text.
     *
     * @return class, method and parameter types, such as {@code com.acme.Orders.submit(com.acme.Order)}
     */
    public String signature() {
        return className + "." + methodName + "(" + parameterTypes + ")";
    }

    /**
     * Tells whether a worker can replay its calls.
     *
     * @return true if it can
     */
    public boolean replayable() {
        return notReplayable.isEmpty();
    }

    /**
     * Tells whether no node runs it any more, as far as the database knows: none has given a sign of life for two minutes.
     *
     * @param now the time by the database clock, from {@link Inspection#now}
     * @return true if none has
     */
    public boolean silent(Instant now) {
        return lastSeenAt.plus(SIGN_OF_LIFE.multipliedBy(MISSED)).isBefore(now);
    }
}
