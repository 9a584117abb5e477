package dev.idem.admin.keys;

import dev.idem.admin.web.FilterForm;
import dev.idem.admin.web.FilterForm.Choice;
import dev.idem.admin.web.FilterForm.Drop;
import dev.idem.admin.web.KeyFilters;
import dev.idem.admin.web.Query;
import dev.idem.admin.web.StateBadge;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The filter of the keys.
 *
 * @param typed as it was typed
 */
public record KeysForm(FilterForm typed) {

    /** An operation's whole name, a state, and the first and last day of the last change, UTC, both included. */
    private static final List<String> NAMES = List.of("operation", "state", "from", "until");

    /** Reads the parameters of an address. */
    static KeysForm of(UnaryOperator<String> parameters) {
        return new KeysForm(FilterForm.of(NAMES, parameters));
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
    KeyFilter filter() {
        return KeyFilters.keys(
                typed.given("operation"), typed.given("state"), typed.given("from"), typed.given("until"));
    }

    Query query() {
        return typed.query();
    }

    /** The states to choose from. */
    public List<Choice> states() {
        return Arrays.stream(KeyState.values())
                .map(each -> new Choice(
                        each.name(), StateBadge.of(each).label(), each.name().equals(value("state"))))
                .toList();
    }

    /** Each part of the filter that is set, with the query that drops it. */
    public List<Drop> drops() {
        return typed.drops();
    }
}
