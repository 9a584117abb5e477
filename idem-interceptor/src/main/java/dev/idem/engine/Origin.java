package dev.idem.engine;

import java.util.Optional;

/**
 * Port: where a call came from, for the people who look into it afterwards. Asked in the thread of the call, and only
 * when there is something to look into.
 */
public interface Origin {

    /** By which way it came in. */
    Source source();

    /** The transport's own id of the delivery, such as a broker's message id. */
    Optional<String> deliveryId();

    /** The name of the authenticated caller. */
    Optional<String> caller();

    /** The trace it belongs to, as its tracing names it, at most 64 characters. */
    Optional<String> traceId();

    /** The arguments as JSON, if they can be written. */
    Optional<String> arguments();

    /** By which way a call came in. */
    enum Source {
        /** A request by HTTP. */
        HTTP,
        /** A message of a broker. */
        MESSAGE,
        /** Another bean, a timer, a start. */
        INTERNAL
    }
}
