package dev.idem.inspect;

import dev.idem.RequestOutcome;
import java.util.List;

/** Which records a run is for. Immutable. */
public sealed interface RunSelection {

    /**
     * Those a filter matches: parked calls in the order of their first calls, keys in the order of {@link Inspection#keys}; those
     * that can be done if there are more than {@link RunPlan#LONGEST}.
     *
     * @param filter which
     */
    record Matching(KeyFilter filter) implements RunSelection {}

    /**
     * Those that were chosen one by one.
     *
     * @param records which, 1 to {@link Inspection#LONGEST_PAGE}
     */
    record Chosen(List<RecordId> records) implements RunSelection {

        /**
         * Copies them.
         *
         * @param records which, 1 to {@link Inspection#LONGEST_PAGE}
         * @throws IllegalArgumentException if there are none, or more
         */
        public Chosen {
            records = records.stream().distinct().toList();
            if (records.isEmpty() || records.size() > Inspection.LONGEST_PAGE) {
                throw new IllegalArgumentException(
                        "1 to " + Inspection.LONGEST_PAGE + " records can be chosen, were " + records.size());
            }
        }
    }

    /**
     * Those that failed in an earlier run: {@link RequestOutcome#FAILED}, {@link RequestOutcome#REFUSED},
     * {@link RequestOutcome#NOT_REPLAYABLE} or {@link RequestOutcome#UNKNOWN}.
     *
     * @param run the number of the earlier run
     */
    record FailedOf(long run) implements RunSelection {}
}
