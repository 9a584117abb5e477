package dev.idem.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: a deployed operation as a worker calls it. Types come from the method's signature, never from a text. Used by
 * many threads at once.
 */
public interface ReplayTarget {

    /** Why it cannot be called by a worker; empty if it can. */
    Optional<String> notReplayable();

    /** Tells whether its effect is outside the database: its record is then in progress while it runs. */
    boolean external();

    /** As whom a worker calls it; empty if it needs no caller, or cannot be called. */
    Optional<String> runsAs();

    /** How long its finished records bind. */
    Retention expireAfter();

    /**
     * Rebuilds the arguments.
     *
     * @param json as kept with the record
     * @throws IllegalArgumentException if they do not fit the method; the message names the parameter
     */
    @Nullable
    Object[] arguments(String json);

    /**
     * Rebuilds arguments that an operator wrote: nothing in them may be unknown, missing, of another type, or make another
     * key.
     *
     * @param json a JSON array with one entry per parameter
     * @param key the key they have to make
     * @throws IllegalArgumentException if they do not fit; the message says what
     */
    @Nullable
    Object[] edited(String json, RecordKey key);

    /** The Bean Validation constraints that arguments violate, as messages; empty if there are none. */
    List<String> violations(@Nullable Object[] arguments);

    /**
     * Checks a result that an operator wrote.
     *
     * @param json the result, {@code null} for a method that returns nothing
     * @return the result as it is stored, empty for none
     * @throws IllegalArgumentException if it is no value of the method's return type; the message says what is wrong
     */
    Optional<String> result(String json);

    /**
     * Calls the bean as everybody does, with all its interceptors.
     *
     * @throws Throwable what the call throws
     */
    void call(@Nullable Object[] arguments) throws Throwable;
}
