package dev.idem.inspect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads runs. Changes nothing, takes no lock. Safe for use by many threads at once; each call is a transaction of its own
 * unless one is running. All methods throw {@link StoreUnreachableException} if the database does not answer.
 */
public interface RunInspection {

    /**
     * Runs that were started, the last first.
     *
     * @param before only runs of a smaller number; empty for the first page. The number of a page's last run leads to the
     *     next page
     * @param size how many at most, 1 to {@link Inspection#LONGEST_PAGE}
     * @return the runs; fewer than {@code size} if there are no more
     * @throws IllegalArgumentException if the size is out of range
     */
    List<RunLine> runs(OptionalLong before, int size);

    /**
     * How many runs were started and are not over.
     *
     * @return the number
     */
    long active();

    /**
     * One run, drafts too.
     *
     * @param id its number
     * @return empty if there is none
     */
    Optional<RunLine> run(long id);

    /**
     * The items of a run by operation, and by the reason why they are left out.
     *
     * @param run its number
     * @return the parts, the largest first; empty if there is no such run
     */
    List<RunPart> parts(long run);

    /**
     * The items of a run, in the order in which they run.
     *
     * @param run its number
     * @param which which of them
     * @param after only items of a greater number; empty for the first page
     * @param size how many at most, 1 to {@link Inspection#LONGEST_PAGE}
     * @return the items; fewer than {@code size} if there are no more
     * @throws IllegalArgumentException if the size is out of range
     */
    List<RunItem> items(long run, RunItem.Which which, OptionalLong after, int size);
}
