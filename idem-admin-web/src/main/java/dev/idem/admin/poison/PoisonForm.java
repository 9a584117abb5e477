package dev.idem.admin.poison;

import dev.idem.admin.web.FilterForm;
import dev.idem.admin.web.FilterForm.Drop;
import dev.idem.admin.web.KeyFilters;
import dev.idem.admin.web.Query;
import dev.idem.inspect.KeyFilter;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Which of the waiting calls are listed: those of a group, if one was opened.
 *
 * @param typed as it stands in the address
 */
public record PoisonForm(FilterForm typed) {

    private static final String CAUSE = "cause";
    private static final List<String> NAMES = List.of("application", "operation", CAUSE);

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
        return KeyFilters.waiting(typed.given("application"), typed.given("operation"), typed.given(CAUSE));
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
