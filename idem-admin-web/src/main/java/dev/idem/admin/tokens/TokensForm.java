package dev.idem.admin.tokens;

import dev.idem.admin.web.Days;
import dev.idem.admin.web.FilterForm;
import dev.idem.admin.web.FilterForm.Choice;
import dev.idem.admin.web.FilterForm.Drop;
import dev.idem.admin.web.Query;
import dev.idem.inspect.TokenFilter;
import dev.idem.inspect.TokenState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The filter of the tokens.
 *
 * @param typed as it was typed
 */
public record TokensForm(FilterForm typed) {

    /** What must match exactly, and the first and last day of issue, UTC, both included. */
    private static final List<String> NAMES = List.of("operation", "purpose", "subject", "state", "from", "until");

    /** Reads the parameters of an address. */
    static TokensForm of(UnaryOperator<String> parameters) {
        return new TokensForm(FilterForm.of(NAMES, parameters));
    }

    /** What was typed for a parameter, "" for nothing. */
    public String value(String name) {
        return typed.value(name);
    }

    /**
     * The filter it means.
     *
     * @throws IllegalArgumentException if a part of it cannot be read
     */
    TokenFilter filter() {
        return new TokenFilter(
                Optional.empty(),
                typed.given("operation"),
                typed.given("purpose"),
                typed.given("subject"),
                typed.given("state").map(TokenState::valueOf).map(Set::of).orElse(Set.of()),
                typed.given("from").map(Days::start),
                typed.given("until").map(Days::end));
    }

    Query query() {
        return typed.query();
    }

    /** The states to choose from. */
    public List<Choice> states() {
        return Arrays.stream(TokenState.values())
                .map(each -> new Choice(
                        each.name(), TokenBadge.of(each).label(), each.name().equals(value("state"))))
                .toList();
    }

    /** Each part of the filter that is set, with the query that drops it. */
    public List<Drop> drops() {
        return typed.drops();
    }
}
