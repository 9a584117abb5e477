package dev.idem.inspect;

import dev.idem.RequestOutcome;
import java.util.Optional;

/**
 * One record in a run. Immutable.
 *
 * @param id the number of its request, by which the items are in order
 * @param record the record
 * @param operation the operation's name
 * @param key the whole key, "" if the record is gone
 * @param state how far it is
 * @param outcome how it ended, once DONE
 * @param detail more about that, in words
 */
public record RunItem(
        long id,
        RecordId record,
        String operation,
        String key,
        RequestState state,
        Optional<RequestOutcome> outcome,
        Optional<String> detail) {

    /** Which items of a run are wanted. */
    public enum Which {
        /** All. */
        ALL,
        /** Those that are not done. */
        OPEN,
        /** Those that are done as asked. */
        SUCCEEDED,
        /** Those that were completed before. */
        DEDUPLICATED,
        /** Those that failed in whatever way. */
        FAILED,
        /** Those of which nothing ran. */
        SKIPPED
    }
}
