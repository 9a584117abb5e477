package dev.idem.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * An operation as the application announced it at its last start. Immutable.
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
 * @param lastSeenAt when, by the database clock
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

    /**
     * Tells whether a worker can replay its calls.
     *
     * @return true if it can
     */
    public boolean replayable() {
        return notReplayable.isEmpty();
    }
}
