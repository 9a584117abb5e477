package dev.idem;

/**
 * CDI event: an attempt rolled back and was kept. For observers with {@code @Observes}; those with {@code @ObservesAsync}
 * are not told.
 *
 * <ul>
 *   <li>At most once for each attempt, after the attempt's own row committed: none if it could not be kept (IDEM-0201), or
 *       if the process dies before.
 *   <li>Outside any transaction. Where Idem began the attempt's transaction: in the calling thread, before the caller has
 *       the failure. Where the call joined one: later, in a thread of the container, in no request.
 *   <li>Where the attempt was the last one, {@link OperationParked} follows in the same thread. Between calls there is no
 *       order.
 *   <li>What an observer throws is logged (IDEM-0205) and changes nothing; further observers of that event are not told.
 * </ul>
 *
 * @param operation the operation's name
 * @param maskedKey the masked key
 * @param cause what failed, as class name and message
 * @param counted whether it counts towards {@link IdempotentOperation#maxAttempts()}
 */
public record AttemptFailed(String operation, String maskedKey, String cause, boolean counted) {}
