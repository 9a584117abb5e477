package dev.idem.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * An alert and how far the message about its last change is. Immutable, for all threads.
 *
 * @param alert the alert, as it was when it was raised
 * @param raised true if it holds, false if it held
 * @param changedAt since when, by the database clock
 * @param messageId names the message about this change: the same at each attempt, another one for the next change
 * @param attempts how often the message was begun to be sent
 * @param deliveredAt when it was taken by the receiver, empty if it was not yet
 * @param nextAt when it is sent at the earliest, unless it is delivered
 * @param error why the last attempt failed; empty if none did, or a later one succeeded
 */
public record AlertLine(
        Alert alert,
        boolean raised,
        Instant changedAt,
        String messageId,
        int attempts,
        Optional<Instant> deliveredAt,
        Instant nextAt,
        Optional<String> error) {}
