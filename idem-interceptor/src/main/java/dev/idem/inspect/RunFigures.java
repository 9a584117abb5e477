package dev.idem.inspect;

/**
 * What has become of the items of a run. Immutable.
 *
 * @param planned have not begun
 * @param waiting are due, and no node has taken them
 * @param running a node carries out
 * @param succeeded done as asked; of a dry run: would run
 * @param deduplicated were completed before: nothing ran
 * @param failed failed, were refused, cannot be replayed, or have an outcome that is not known
 * @param skipped nothing ran: left out, changed meanwhile, or cancelled
 */
public record RunFigures(
        long planned, long waiting, long running, long succeeded, long deduplicated, long failed, long skipped) {

    /**
     * How many there are.
     *
     * @return all together
     */
    public long total() {
        return planned + waiting + running + done();
    }

    /**
     * How many are done.
     *
     * @return whatever their outcome
     */
    public long done() {
        return succeeded + deduplicated + failed + skipped;
    }
}
