package dev.idem;

/**
 * CDI event: a replay that an operator asked for has ended, and its outcome is kept. For observers with
 * {@code @Observes}; those with {@code @ObservesAsync} are not told.
 *
 * <ul>
 *   <li>At most once for each request, after its outcome committed, in the node that carried it out: a process that dies in
 *       between tells none.
 *   <li>Outside any transaction, in a thread of the container and in no request, after what the call itself told there:
 *       {@link OperationCompleted} or {@link AttemptFailed}.
 *   <li>What an observer throws is logged (IDEM-0205) and changes nothing; further observers of that event are not told.
 * </ul>
 *
 * @param operation the operation's name
 * @param maskedKey the masked key
 * @param request the number of the request
 * @param outcome how it ended
 */
public record ReplayFinished(String operation, String maskedKey, long request, RequestOutcome outcome) {}
