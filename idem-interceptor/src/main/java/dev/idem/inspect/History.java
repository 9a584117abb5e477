package dev.idem.inspect;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was when: how calls ended and what the purge did, of all applications and nodes on the database, kept for 31 days. Nodes write it once a minute; what
 * a node counted since is not in it, and is lost if the node is killed: it is for people to look at, not for bills. Safe for
 * use by many threads at once.
 */
public interface History {

    /**
     * The figures of a span, up to now. Works in the running transaction or in one of its own.
     *
     * @param span how far back
     * @return one point for each step, the oldest first; the last one is not over yet
     * @throws StoreUnreachableException if the database does not answer within five seconds
     */
    List<Point> of(HistorySpan span);

    /**
     * A step.
     *
     * @param from when it begins, by the database clock
     * @param figures how many of each kind; kinds of which there was none are missing
     */
    record Point(Instant from, Map<HistoryKind, Long> figures) {

        /**
         * Copies them.
         *
         * @param from when it begins
         * @param figures how many of each kind
         */
        public Point {
            figures = Map.copyOf(figures);
        }

        /**
         * How many there were.
         *
         * @param kind of what
         * @return the number, 0 for none
         */
        public long of(HistoryKind kind) {
            return figures.getOrDefault(kind, 0L);
        }
    }
}
