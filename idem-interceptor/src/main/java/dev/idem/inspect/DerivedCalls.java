package dev.idem.inspect;

import java.util.List;
import java.util.Optional;

/**
 * Which calls were made of which by edits under a new key ({@link Actions#replayAsNew}). Safe for use by many threads at once. Both
 * methods work in the running transaction or in one of their own, and throw {@link StoreUnreachableException} if the database does
 * not answer.
 */
public interface DerivedCalls {

    /** The most that are told of one call. */
    int MOST = 50;

    /**
     * What a call was made of.
     *
     * @param record the call
     * @return empty if it came by itself
     */
    Optional<DerivedCall> of(RecordId record);

    /**
     * What was made of a call.
     *
     * @param origin the call
     * @return the last first, {@value #MOST} at most
     */
    List<DerivedCall> from(RecordId origin);
}
