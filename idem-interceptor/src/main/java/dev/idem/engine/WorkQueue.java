package dev.idem.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Port: what operators asked of the application. Every method works inside the transaction that is running; leases are
 * by the database clock; every change is one conditional statement whose row count is the answer. All methods throw
 * {@link StoreFailure} when the database does not answer as expected. Implementations serve many threads at once.
 *
 * <p>Contract: {@code WorkQueueContract} in the tests.
 */
public interface WorkQueue {

    /**
     * Claims one due request, or one whose lease has run out. Passes by what another worker is claiming.
     *
     * @param application the application
     * @param operations the operations that are deployed here
     * @param owner names this worker
     * @param lease how long the claim holds unless renewed
     * @return empty if there is nothing to do
     */
    Optional<RequestWork> claim(String application, Collection<String> operations, String owner, Duration lease);

    /** Extends a claim; false if it is another's by now. */
    boolean renew(RequestWork work, Duration lease);

    /** Gives a claim back, to be taken again after a delay; false if it is another's by now. */
    boolean putBack(RequestWork work, Duration delay);

    /**
     * Writes the outcome down, with the request and in the audit trail. To be the last of its transaction: until that
     * ends, everybody else who writes in the trail waits.
     *
     * @return false if the claim is another's by now: then nothing of this transaction may commit
     */
    boolean finish(RequestWork work, Ending ending);

    /** Reads a record. */
    Optional<ParkedRecord> record(Digest key);

    /**
     * Completes the record by hand: {@link Moves.Move#CONFIRM}.
     *
     * @return false if the record is not parked in the version the operator saw
     */
    boolean confirm(RequestWork work, Optional<String> result, Retention expireAfter);

    /** Notes on the record that a replay failed: it changed last now, in a new version. */
    boolean touch(RequestWork work);
}
