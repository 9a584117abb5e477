package dev.idem.admin.web;

import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import java.util.Optional;
import java.util.Set;

/** The filters of the lists, from what addresses and forms say. */
public final class KeyFilters {

    /** The states of calls that wait for a decision. */
    public static final Set<KeyState> WAITING = Set.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN);

    private KeyFilters() {}

    /**
     * Calls that wait for a decision.
     *
     * @param application whose, empty for all
     * @param operation of which, empty for all
     * @param cause by what they failed, empty for all
     * @throws IllegalArgumentException if a part of it cannot be read
     */
    public static KeyFilter waiting(Optional<String> application, Optional<String> operation, Optional<String> cause) {
        return new KeyFilter(
                application, operation, WAITING, Optional.empty(), Optional.empty(), Optional.empty(), cause);
    }

    /**
     * Keys.
     *
     * @param operation of which, empty for all
     * @param state in which, empty for any
     * @param from the first day of the last change, UTC; empty for no bound
     * @param until the last day of it
     * @throws IllegalArgumentException if a part of it cannot be read
     */
    public static KeyFilter keys(
            Optional<String> operation, Optional<String> state, Optional<String> from, Optional<String> until) {
        return new KeyFilter(
                Optional.empty(),
                operation,
                state.map(KeyState::valueOf).map(Set::of).orElse(Set.of()),
                Optional.empty(),
                from.map(Days::start),
                until.map(Days::end),
                Optional.empty());
    }
}
