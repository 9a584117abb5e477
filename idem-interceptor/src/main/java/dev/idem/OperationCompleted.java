package dev.idem;

/**
 * CDI event: a body ran and its transaction committed. For observers with {@code @Observes}; those with
 * {@code @ObservesAsync} are not told.
 *
 * <ul>
 *   <li>At most once for each committed run, never before the commit. A process that dies in between tells none: what
 *       must not be missed belongs into the transaction, as a message of the {@link Outbox}.
 *   <li>Where Idem began the transaction: in the calling thread, outside any transaction, before the caller has its
 *       answer. An observer may use the database, in a transaction it begins.
 *   <li>Where the call joined a transaction: in the thread that completes it and while it does, with its connection still
 *       held: leave the database alone there, or hand the work to another thread.
 *   <li>Of one thread in the order of the commits. Between threads and nodes there is no order: a duplicate elsewhere may
 *       be answered, and be told of, before.
 *   <li>What an observer throws is logged (IDEM-0205) and changes nothing; further observers of that event are not told.
 * </ul>
 *
 * @param operation the operation's name
 * @param maskedKey the masked key
 */
public record OperationCompleted(String operation, String maskedKey) {}
