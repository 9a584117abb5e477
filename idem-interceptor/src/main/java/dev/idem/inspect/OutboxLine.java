package dev.idem.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * A message of the {@link dev.idem.Outbox} without its payload. Immutable, for all threads.
 *
 * @param row identifies its row; rows grow in the order in which they were written
 * @param messageId identifies the message to consumers
 * @param record the record whose body sent it, empty if it was sent outside an operation
 * @param application whose it is
 * @param sender who sends it
 * @param destination where it goes
 * @param orderingKey what it must not overtake, empty if its order does not matter
 * @param state where it is on its way
 * @param attempts how many attempts to send it have failed
 * @param createdAt when it was written
 * @param dueAt when it may be sent next; while a node has it in hands, until when it has
 * @param sentAt when the broker accepted it
 * @param lastError why it could not be sent the last time, at most 1,000 characters
 */
public record OutboxLine(
        long row,
        String messageId,
        Optional<RecordId> record,
        String application,
        String sender,
        String destination,
        Optional<String> orderingKey,
        OutboxState state,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        Optional<Instant> sentAt,
        Optional<String> lastError) {}
