package dev.idem.inspect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Looks at the messages of the {@link dev.idem.Outbox}, of all applications on the database, and has parked ones sent
 * again. Safe for use by many threads at once. All methods throw {@link StoreUnreachableException} if the database does
 * not answer; those that read work in the running transaction or in one of their own.
 */
public interface OutboxInspection {

    /** The longest page. */
    int LONGEST_PAGE = 200;

    /**
     * How many messages there are, counted to {@value Count#BOUND} at most.
     *
     * @param state where on their way
     * @return the bounded count
     */
    Count count(OutboxState state);

    /**
     * Since when the message that waits longest is due: seconds ago in quiet life.
     *
     * @return a time in the past, empty if none is due now
     */
    Optional<Instant> oldestDue();

    /**
     * Senders whose messages nobody sends: the oldest that may be sent is due for more than five minutes, while a relay that
     * is there tries it within seconds, even when its broker is away. The sender was renamed or removed, no node runs, or
     * {@code idem.outbox.relay} is false on all of them.
     *
     * @return the senders by application and name; empty in quiet life
     */
    List<UnattendedSender> unattended();

    /**
     * One page of messages, the oldest first.
     *
     * @param state where on their way
     * @param after the {@link OutboxLine#row()} of the last line of the page before, empty for the first page
     * @param size how many at most, 1 to {@value #LONGEST_PAGE}
     * @return the messages; fewer than {@code size} if there are no more
     * @throws IllegalArgumentException if the size is out of its range
     */
    List<OutboxLine> messages(OutboxState state, OptionalLong after, int size);

    /**
     * Has a message sent as soon as possible, with a new count of attempts: one that is POISON, or one that waits for its
     * next attempt. Messages of its ordering key follow in their order. One transaction with its row in the audit trail;
     * no transaction may be running. A denied attempt is audited too.
     *
     * @param operator who; needs {@link Permission#REPLAY}
     * @param row which message
     * @param reason why, 1 to 1,000 characters
     * @throws NotPermittedException if the operator lacks the permission
     * @throws NoSuchRecordException if there is no such message
     * @throws NotAllowedException if it is sent, or being sent now, or a reason is missing
     */
    void retryNow(Operator operator, long row, String reason);
}
