package dev.idem.inspect;

import java.time.Instant;

/**
 * A sender of the {@link dev.idem.Outbox} that has messages and no relay at work. Immutable, for all threads.
 *
 * @param application whose messages wait
 * @param sender the sender's name
 * @param waiting how many wait for it, 1 or more
 * @param dueSince since when the oldest of them that may be sent is due, by the database clock
 */
public record UnattendedSender(String application, String sender, long waiting, Instant dueSince) {}
