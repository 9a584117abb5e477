package dev.idem;

/**
 * Sends messages exactly when the business transaction commits. Inject it; one instance serves all threads.
 *
 * <pre>{@code
 * outbox.send(OutboxMessage.json("payments.succeeded", json).withOrderingKey(orderId));
 * }</pre>
 *
 * <ol>
 *   <li>{@link #send} writes a row in the running transaction, next to the business data: both commit, or neither does.
 *       It costs one statement, and no broker is asked.
 *   <li>After the commit a relay sends the message, soon, and again until the broker has accepted it: <em>at least
 *       once</em>. A process that dies after the broker accepted a message and before that is noted makes another one
 *       send it again, under the same message id: consumers take it for the duplicate it is by
 *       {@link IdempotentOperation} with the message id or, better, a business key.
 *   <li>Messages with the same {@link OutboxMessage#withOrderingKey ordering key} go out in the order of their rows. Two
 *       transactions that run at the same time have no order, unless they lock the same business row first.
 *   <li>A message whose sending failed {@code idem.outbox.max-attempts} times is parked as POISON: it stays, with its last
 *       error, until somebody decides, and later messages of its ordering key wait behind it. A broker that cannot be
 *       reached at all parks nothing; messages wait for it.
 * </ol>
 *
 * <p>It works in every JTA transaction on {@code idem.datasource}, with {@link IdempotentOperation} or without it.
 */
public interface Outbox {

    /**
     * Puts a message into the outbox of the running transaction.
     *
     * <p>The message id, 1 to 100 characters, is what consumers see. Inside an idempotent operation it is made of the
     * digest of the call's key, a random mark of the running attempt, and the message's position in the body; so
     * <ul>
     *   <li>several messages of one body, and those of operations inside it, have ids of their own;
     *   <li>an attempt that rolled back has sent nothing, and the one that commits has ids of its own: for one completed
     *       call only one set of ids is ever seen;
     *   <li>a key that has expired and runs again is a new effect, and its messages are new ones to consumers.
     * </ul>
     * Outside an operation it is random.
     *
     * @param message what to send
     * @return the message id
     * @throws IllegalStateException without a running transaction, in one that can only be rolled back, if there is no
     *     sender of that name, or if the database refuses the row for good
     * @throws StoreUnavailableException if the database could not be used; the transaction is rolled back
     */
    String send(OutboxMessage message);
}
