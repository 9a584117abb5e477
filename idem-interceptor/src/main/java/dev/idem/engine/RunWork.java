package dev.idem.engine;

import dev.idem.RequestKind;
import java.time.Instant;
import java.util.List;

/**
 * A run that is not over, locked.
 *
 * @param id its number
 * @param kind what is done with its items
 * @param course whether its items begin
 * @param pace how fast it goes on
 * @param progress how far it is
 * @param nextAt the next item begins then, or later
 * @param now what time it is; both times are by the database clock
 */
public record RunWork(
        long id, RequestKind kind, Course course, Pace pace, Progress progress, Instant nextAt, Instant now) {

    /** Whether items begin. */
    public enum Course {
        /** They do. */
        ON,
        /** Not until an operator lets it go on. */
        HELD,
        /** They never will: it is over once nothing is under way. */
        ENDING
    }

    /**
     * How fast a run goes on.
     *
     * @param perSecond how many items begin in a second at most
     * @param ramp so many first, then so many, then the rest
     * @param stopPercent it stops once more than so many of 100 failed
     * @param oneByOne whether an item begins only when the one before is done
     */
    public record Pace(int perSecond, List<Integer> ramp, int stopPercent, boolean oneByOne) {}

    /**
     * How far a run is.
     *
     * @param planned items that have not begun
     * @param waiting items that have begun and that no worker has
     * @param running items that a worker has
     * @param tried items of which it is known how they fare
     * @param recent as many as those that became known since an operator let the run go on
     * @param recentlyFailed how many of these failed
     */
    public record Progress(long planned, long waiting, long running, long tried, long recent, long recentlyFailed) {

        /**
         * Items that have begun and are not done.
         *
         * @return how many
         */
        public long underWay() {
            return waiting + running;
        }
    }
}
