package dev.idem.inspect;

/**
 * What operators may do with many records at once. A run is planned first, which freezes the records it is for and their
 * versions: what matches later is not in it, and what changes meanwhile is skipped. Once started it goes on by itself,
 * wherever Idem is deployed on the database, however often nodes are stopped and started; each replay goes the way of
 * {@link Actions#replay}, so that none happens twice.
 *
 * <p>Each action checks the operator's permission itself, which is {@link RunPlan#permission}. Each is one transaction,
 * with a row in the audit trail except for a plan, which does nothing yet; a denied or refused one is audited too. The same is done once, however often it is asked for.
 *
 * <p>Safe for use by many threads at once. Every method throws
 *
 * <ul>
 *   <li>{@link NotPermittedException} if the operator lacks the permission,
 *   <li>{@link NoSuchRecordException} if there is no such run,
 *   <li>{@link NotAllowedException} if it is not possible: the message says why, and nothing was changed,
 *   <li>{@link StoreUnreachableException} if the database does not answer.
 * </ul>
 */
public interface RunActions {

    /**
     * Freezes what a run is for, and does nothing yet. Left out are records that are not parked, those whose outcome is
     * unknown unless they are asked for, and those that cannot be replayed; with finished keys, those that are not finished
     * or whose time is over. A draft that nobody has started for a day
     * is dropped.
     *
     * @param operator who
     * @param plan what for
     * @return the run, a DRAFT
     * @throws NotAllowedException if no record is selected
     */
    RunLine plan(Operator operator, RunPlan plan);

    /**
     * Starts a draft.
     *
     * @param operator who
     * @param run its number
     * @param confirmed how many items the operator means to start, which must be {@link RunFigures#planned}
     * @param pace how carefully
     * @param reason why, 1 to 1,000 characters; "" for a dry run
     * @return the run, started
     * @throws NotAllowedException if there is nothing to start, the number is another one, or the reason is missing
     */
    RunLine start(Operator operator, long run, long confirmed, RunPace pace, String reason);

    /**
     * Holds a run: no further item begins. What nodes have taken is finished; what a node gives back, since it could not be tried,
     * waits until the run goes on.
     *
     * @param operator who
     * @param run its number
     * @return the run
     * @throws NotAllowedException if it is not running
     */
    RunLine pause(Operator operator, long run);

    /**
     * Lets a paused or stopped run go on. What failed before does not count for the stop rule any more.
     *
     * @param operator who
     * @param run its number
     * @return the run
     * @throws NotAllowedException if it is neither paused nor stopped
     */
    RunLine resume(Operator operator, long run);

    /**
     * Ends a run: what no node has taken never begins. What nodes have taken is finished, unless a node gives it back or gives no
     * sign of life any more: then it is cancelled, and the record says whether it ran.
     *
     * @param operator who
     * @param run its number
     * @return the run
     * @throws NotAllowedException if it is over, or was not started
     */
    RunLine cancel(Operator operator, long run);
}
