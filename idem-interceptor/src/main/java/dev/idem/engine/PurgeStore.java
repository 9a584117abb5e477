package dev.idem.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Port: what is no longer needed, and its end. Every method works inside the transaction that is running, which should be
 * short. No method waits for another transaction: what one holds is left to a later time. Times are the database's. All
 * methods throw {@link StoreFailure} when the database does not answer as expected. Implementations serve many threads
 * at once.
 *
 * <p>Contract: {@code PurgeContract} in the tests.
 */
public interface PurgeStore {

    /** What may go, in the order in which it goes: what belongs to a record stays until the record is gone. */
    enum Kind {
        /** Finished or failed records whose time is over, unless an operator's request for them is not done. */
        RECORDS,
        /** Failed attempts. */
        ATTEMPTS,
        /** Refused calls with other arguments; a message's only once it is resolved, as it is nowhere else. */
        CONFLICTS,
        /** Tokens, used or not: one that is not known is as invalid as one that was used. */
        TOKENS,
        /** Operators' requests that are done, and not part of a run that goes on. */
        REQUESTS,
        /** Operators' runs that are over, once their requests are gone. */
        RUNS,
        /** Messages of the outbox that were sent; they belong to no record. */
        MESSAGES,
        /** What operators began to write for an edit and did not send; it goes with its record, too. */
        DRAFTS
    }

    /** What time it is, by the database clock. */
    Instant now();

    /**
     * Finds rows that may go, without a lock.
     *
     * @return the oldest first
     */
    List<Row> find(Kind kind, Window window, int limit);

    /**
     * Deletes rows that {@link #find} found and that still may go: checked again under their locks. Rows that another
     * transaction holds stay. The attempts of a record, and drafts of edits of it, go with it.
     *
     * @param until as in the window they were found in
     * @return how many went, what went with its record not counted; empty if the database had this
     *     transaction give way to another one: nothing was done, and it must be rolled back
     */
    Optional<Integer> delete(Kind kind, Collection<Row> rows, Instant until);

    /**
     * Where to look.
     *
     * @param from the oldest time, inclusive: of expiry, or for a request or a run the time it was done
     * @param until the youngest time, inclusive
     */
    record Window(Instant from, Instant until) {}

    /**
     * A row that may go.
     *
     * @param id its primary key: decimal digits, or the hexadecimal digits of a digest
     * @param time its time of expiry, or for a request or a run the time it was done
     */
    record Row(String id, Instant time) {}
}
