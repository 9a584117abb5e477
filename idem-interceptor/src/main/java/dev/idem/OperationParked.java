package dev.idem;

/**
 * CDI event: a call was parked as poison. For observers with {@code @Observes}; those with {@code @ObservesAsync} are not
 * told.
 *
 * <ul>
 *   <li>At most once each time a call is parked, after that committed: none if the process dies in between. What is parked
 *       is found in the store all the same, and shows in the gauge of poison.
 *   <li>Outside any transaction, in the thread of the {@link AttemptFailed} that goes before it.
 *   <li>What an observer throws is logged (IDEM-0205) and changes nothing; further observers of that event are not told.
 * </ul>
 *
 * @param operation the operation's name
 * @param maskedKey the masked key
 * @param attempts how many counted attempts failed
 */
public record OperationParked(String operation, String maskedKey, int attempts) {}
