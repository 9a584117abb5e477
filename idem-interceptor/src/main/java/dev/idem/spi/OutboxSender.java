package dev.idem.spi;

import dev.idem.OutboxMessage;

/**
 * Hands messages of the {@link dev.idem.Outbox} to a broker: one bean for each broker, {@code @ApplicationScoped}. Idem
 * brings one for JMS, which is used where {@code idem.outbox.jms.connection-factory} is set.
 *
 * <p>What the relay does with the outcome of {@link #send}:
 *
 * <pre>
 *   returns                      → the message is SENT
 *   BrokerUnavailableException   → the message waits, nothing is counted; the sender is left alone for a while
 *   any other exception          → a failed attempt: the message waits with a growing delay, after
 *                                  idem.outbox.max-attempts of them it is POISON
 *   process dies                 → the message is sent again after idem.outbox.lease, by this node or another one
 * </pre>
 *
 * <p>Threads: on each node one thread at a time sends the messages of one sender; other nodes do so at the same time. It
 * is a managed thread of the application, so names under {@code java:comp} can be looked up. No JTA transaction is
 * running and no database connection is held; a sender must not begin a transaction that lasts.
 */
public interface OutboxSender {

    /**
     * Under what name messages choose it, and by which their rows know it: as long as rows are there that are not sent, it
     * must not change.
     *
     * @return 1 to 100 characters, unique in the application
     */
    String name();

    /**
     * Tells whether it is used at all. Asked once, at start.
     *
     * @return false for a sender that is on the class path, but lacks its settings
     */
    default boolean enabled() {
        return true;
    }

    /**
     * Sends a message, synchronously: returns only when the broker has accepted it, and will not lose it any more. The
     * same message may come again, and must go out under the same id.
     *
     * <p>It must come to an end well before {@code idem.outbox.lease} (a minute) is over, by a time-out of its own: else
     * another node sends the message meanwhile.
     *
     * @param messageId identifies the message to consumers, 1 to 100 characters; goes where they look for their key
     * @param message the message
     * @throws BrokerUnavailableException if the broker cannot be reached, whatever the message is
     * @throws Exception if this message was not accepted, or nobody knows whether it was
     */
    void send(String messageId, OutboxMessage message) throws Exception;
}
