package dev.idem.inspect;

import java.time.Instant;

/**
 * What an operator began to write for an edit and has not sent. Immutable, for all threads.
 *
 * @param record the parked call
 * @param version the version of the record that it was begun on
 * @param arguments all arguments as a JSON array with one entry per parameter, masked ({@link Masks#editedArguments}): a value
 *     that the operator wrote and that is not to be seen is not kept
 * @param savedAt when it was last saved, by the database clock
 */
public record EditDraft(RecordId record, int version, String arguments, Instant savedAt) {

    /**
     * Tells whether the operator wrote a value that is not kept, and has to be written again.
     *
     * @return true if there is one
     */
    public boolean incomplete() {
        return arguments.contains('"' + Masks.EDITED_MASK + '"');
    }
}
