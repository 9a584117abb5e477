package dev.idem.admin.poison;

import dev.idem.admin.web.FilterForm;
import dev.idem.admin.web.FilterForm.Drop;
import dev.idem.admin.web.Query;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Which of the waiting calls are listed: those of a group, if one was opened.
 *
 * @param typed as it stands in the address
 */
public record PoisonForm(FilterForm typed) {

    private static final String CAUSE = "cause";
    private static final List<String> NAMES = List.of("application", "operation", CAUSE);
    private static final Set<KeyState> WAITING = Set.of(KeyState.POISON, KeyState.OUTCOME_UNKNOWN);

    /** Reads the parameters of an address. */
    static PoisonForm of(UnaryOperator<String> parameters) {
        return new PoisonForm(FilterForm.of(NAMES, parameters));
    }

    /**
     * The filter it means.
     *
     * @throws IllegalArgumentException if a part of it cannot be read
     */
    KeyFilter filter() {
        return new KeyFilter(
                typed.given("application"),
                typed.given("operation"),
                WAITING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                typed.given(CAUSE));
    }

    Query query() {
        return typed.query();
    }

    /** Whether it is for one cause of one operation. */
    boolean isCause() {
        return typed.parts().keySet().containsAll(NAMES);
    }

    /** Each part of the filter that is set, with the query that drops it. */
    public List<Drop> drops() {
        return typed.drops();
    }
}
