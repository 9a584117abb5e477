package dev.idem.inspect;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which records to list; every part narrows. Immutable.
 *
 * @param application the application, exactly
 * @param operation the operation's name, exactly
 * @param states the states, none for all
 * @param key the whole key, exactly, as the caller gave it; no index helps, which {@link Inspection#lookUp} has
 * @param changedFrom changed last at this time or later
 * @param changedBefore changed last before this time
 * @param cause what the last failed attempt failed by, {@link CauseGroup#cause}
 */
public record KeyFilter(
        Optional<String> application,
        Optional<String> operation,
        Set<KeyState> states,
        Optional<String> key,
        Optional<Instant> changedFrom,
        Optional<Instant> changedBefore,
        Optional<String> cause) {

    /** Every record. */
    public static final KeyFilter ALL = new KeyFilter(
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * Checks the texts and copies the states.
     *
     * @param application the application, exactly
     * @param operation the operation's name, exactly
     * @param states the states, none for all
     * @param key the whole key, exactly, as the caller gave it
     * @param changedFrom changed last at this time or later
     * @param changedBefore changed last before this time
     * @param cause what the last failed attempt failed by, {@link CauseGroup#cause}
     * @throws IllegalArgumentException if there is a NUL character, which no name has, in a text, or the cause is none
     */
    public KeyFilter {
        FilterText.check(application, operation, key);
        states = Set.copyOf(states);
        cause.ifPresent(CauseGroup::checkCause);
    }

    /**
     * The same filter for some states only.
     *
     * @param wanted the states, none for all
     * @return a new filter
     */
    public KeyFilter in(KeyState... wanted) {
        return new KeyFilter(application, operation, Set.of(wanted), key, changedFrom, changedBefore, cause);
    }

    /**
     * The same filter for one operation only.
     *
     * @param wantedApplication the application
     * @param wantedOperation the operation's name
     * @return a new filter
     */
    public KeyFilter of(String wantedApplication, String wantedOperation) {
        return new KeyFilter(
                Optional.of(wantedApplication),
                Optional.of(wantedOperation),
                states,
                key,
                changedFrom,
                changedBefore,
                cause);
    }

    /**
     * The same filter for one cause only.
     *
     * @param wanted {@link CauseGroup#cause}
     * @return a new filter
     */
    public KeyFilter failedBy(String wanted) {
        return new KeyFilter(application, operation, states, key, changedFrom, changedBefore, Optional.of(wanted));
    }

    /**
     * The same filter for one key only.
     *
     * @param wanted the whole key
     * @return a new filter
     */
    public KeyFilter key(String wanted) {
        return new KeyFilter(application, operation, states, Optional.of(wanted), changedFrom, changedBefore, cause);
    }
}
