package dev.idem.inspect;

/** Where a message of the {@link dev.idem.Outbox} is on its way. Immutable, for all threads. */
public enum OutboxState {
    /** It waits to be sent, or to be sent again. */
    PENDING,
    /** The broker has accepted it; the row stays for a while. */
    SENT,
    /** Sending failed too often: it stays until somebody decides, and its ordering key waits behind it. */
    POISON
}
