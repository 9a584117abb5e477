package dev.idem.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: the runs that operators started. Every method works inside the transaction that is running, which keeps the locked run
 * until it ends; {@link #finish} and {@link #stop} come last in it, for they write in the audit trail. All methods throw
 * {@link StoreFailure} when the database does not answer as expected. Implementations serve many threads at once.
 *
 * <p>Contract: {@code RunContract} in the tests.
 */
public interface RunQueue {

    /** The numbers of the runs that were started and are not over, the first first. */
    List<Long> active();

    /**
     * Locks a run.
     *
     * @return empty if it is over, or another transaction has it
     */
    Optional<RunWork> lock(long id);

    /**
     * Has the next items begin, in order: as requests to the application, or at once if it needs none. Items whose record has a
     * request under way are skipped.
     *
     * @param run what {@link #lock} gave
     * @param times when each is to begin, the first first
     * @param next when the one after them may begin
     */
    void begin(RunWork run, List<Instant> times, Instant next);

    /** Ends a run of which no item is open. */
    void finish(RunWork run);

    /** Holds a run until an operator lets it go on. */
    void stop(RunWork run, String because);

    /**
     * Takes back what no worker has of a run that is held: it is planned again; or of one that is ending: it never begins, nor does
     * what a worker took that gives no sign of life.
     */
    void withdraw(RunWork run);

    /** Drops a draft that nobody has started for a day. */
    void dropDraft();
}
