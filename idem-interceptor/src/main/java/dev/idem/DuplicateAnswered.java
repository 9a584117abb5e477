package dev.idem;

/**
 * CDI event: a call was answered from its record; its body did not run. For observers with {@code @Observes}; those with
 * {@code @ObservesAsync} are not told.
 *
 * <ul>
 *   <li>Once for each answer, before the caller has it; none for a duplicate that is rejected
 *       ({@link OnDuplicate#REJECT}), and none if the process dies.
 *   <li>In the calling thread. Where the call came without a transaction, outside any; where it joined one, inside that
 *       one, which may still be rolled back.
 *   <li>Of one thread in the order of the answers; between threads and nodes there is no order.
 *   <li>What an observer throws is logged (IDEM-0205) and changes nothing; further observers of that event are not told.
 * </ul>
 *
 * @param operation the operation's name
 * @param maskedKey the masked key
 */
public record DuplicateAnswered(String operation, String maskedKey) {}
