package dev.idem.engine;

import dev.idem.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Port: where messages wait until they are sent. Every method works inside the transaction that is running; every change
 * of a claimed message is one statement that names its owner and epoch, and does nothing to a message that was claimed
 * by another relay meanwhile. Times are the database's. All methods throw {@link StoreFailure} when the database does
 * not answer as expected.
 *
 * <pre>
 *   PENDING —claim→ PENDING, claimed —sent→ SENT (deleted once expired)
 *      ↑                    |————failed→ PENDING, due later, or POISON
 *      |————released————————|
 *      |————lease is over———|
 * </pre>
 *
 * <p>A claim ends by itself: while it lasts the message is not due. Contract: {@code OutboxStoreContract} in the tests.
 */
public interface OutboxStore {

    /** Adds a message, due at once. It shows to others once this transaction commits. */
    void add(NewMessage message);

    /**
     * Finds messages that may be sent now, without a lock: pending ones that are due, behind no message of the same
     * application and ordering key that is parked or not due.
     *
     * @return the oldest, in the order of their rows: behind each one of an ordering key all that must be sent before it
     */
    List<DueMessage> due(String application, String sender, int limit);

    /**
     * Claims messages for a relay. Never waits: what another relay holds or has settled is left out.
     *
     * @param messages what {@link #due} found
     * @param relay names the claiming relay, on this node and no other
     * @param limit how many to claim at most
     * @param lease how long the claim lasts once this transaction has committed
     * @return the claimed ones, in the order of their rows
     */
    List<ClaimedMessage> claim(Collection<DueMessage> messages, String relay, int limit, Duration lease);

    /**
     * Notes that messages were sent.
     *
     * @param keep how long they are kept from now on
     * @return how many of them still were the relay's
     */
    int sent(Collection<ClaimedMessage> messages, String relay, Duration keep);

    /**
     * Gives messages back that were not sent through no fault of theirs: they are due at once.
     *
     * @param reason why, for operators
     */
    void release(Collection<ClaimedMessage> messages, String relay, Optional<String> reason);

    /**
     * Counts a failed attempt to send.
     *
     * @param error what happened, for operators
     * @param next when to try again, empty to park the message as poison
     * @return false if the message was not the relay's any more
     */
    boolean failed(ClaimedMessage message, String relay, String error, Optional<Duration> next);

    /**
     * Finds senders whose oldest due message nobody has claimed for long: no relay of theirs is at work.
     *
     * @param patience how long a relay that is there may take
     */
    List<Unattended> unattended(String application, Duration patience);

    /**
     * A message to keep.
     *
     * @param id identifies it to consumers
     * @param application whose it is
     * @param key the record's key whose body sent it
     * @param sender who is to send it
     * @param message what to send
     */
    record NewMessage(String id, String application, Optional<Digest> key, String sender, OutboxMessage message) {}

    /**
     * A sender without a relay.
     *
     * @param sender its name
     * @param waiting how many messages wait for it
     * @param dueSince since when the oldest of them that may be sent is due
     */
    record Unattended(String sender, long waiting, Instant dueSince) {}

    /**
     * A message that may be sent.
     *
     * @param row identifies its row; rows grow in the order in which they were written
     * @param orderingKey what it must not overtake
     */
    record DueMessage(long row, Optional<String> orderingKey) {}

    /**
     * A message in the hands of a relay.
     *
     * @param row identifies its row
     * @param epoch counts the claims; those before are void
     * @param failures how many attempts to send it have failed
     * @param id identifies it to consumers
     * @param message what to send
     */
    record ClaimedMessage(long row, int epoch, int failures, String id, OutboxMessage message) {}
}
