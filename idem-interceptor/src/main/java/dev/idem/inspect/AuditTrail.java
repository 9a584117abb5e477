package dev.idem.inspect;

import java.util.List;
import java.util.OptionalLong;

/**
 * Who did what and why: append-only, each entry chained to the one before by a SHA-256 (FIPS 180-4) hash, so that an
 * entry that is changed or removed later is found by {@link #verify()}.
 *
 * <p>Appenders, on whatever node, come one after the other: each locks the trail's first entry until its transaction
 * ends. <strong>Append last</strong> in a transaction, after every other row it changes, so that the lock is short and
 * appenders cannot wait for each other in a circle.
 *
 * <p>Safe for use by many threads. Every method throws {@link StoreUnreachableException} if the database does not
 * answer; {@link #entries} and {@link #verify} throw {@link TooSlowException} if it needs more than five seconds for a page.
 */
public interface AuditTrail {

    /** The most entries a page has. */
    int LONGEST_PAGE = 500;

    /**
     * Appends an entry in the caller's transaction: it is there if that commits, and not if it rolls back. Waits at most
     * 10 seconds for other appenders; after that the transaction can only be rolled back.
     *
     * @param entry what was done or tried
     * @throws IllegalStateException if no transaction is running
     */
    void append(AuditEntry entry);

    /**
     * Appends an entry in a transaction of its own, for what is to be kept although nothing else is done, such as a denied
     * action. No transaction may be running.
     *
     * @param entry what was done or tried
     */
    void keep(AuditEntry entry);

    /**
     * Finds entries, the latest first, in the running transaction or one of its own.
     *
     * @param filter which are wanted
     * @param before only entries of a smaller {@link AuditRecord#id()}; empty for the first page. The id of a page's last
     *     entry leads to the next page
     * @param size how many at most, 1 to {@value #LONGEST_PAGE}
     * @return the entries; fewer than {@code size} if there are no more
     * @throws IllegalArgumentException if {@code size} is out of its range
     */
    List<AuditRecord> entries(AuditFilter filter, OptionalLong before, int size);

    /**
     * Reads the whole trail and checks every hash, in the running transaction or one of its own. Takes time in proportion
     * to the trail's length.
     *
     * @return what was found
     */
    AuditVerification verify();
}
