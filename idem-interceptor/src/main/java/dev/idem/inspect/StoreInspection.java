package dev.idem.inspect;

import java.util.List;

/**
 * Says where everything is kept, and whether the purge keeps up.
 *
 * <p>Safe for use by many threads. Every method reads in the running transaction or one of its own, and throws {@link
 * StoreUnreachableException} if the database does not answer.
 */
public interface StoreInspection {

    /**
     * Which database it is.
     *
     * @return as the database itself says
     */
    StoreInfo store();

    /**
     * What may be purged and is still there. How long rows are kept beyond their time is a setting of the nodes that purge,
     * so that some of them are there on purpose.
     *
     * @return every kind, in the order in which they are purged
     */
    List<PurgeLag> purge();
}
