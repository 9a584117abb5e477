package dev.idem.admin.keys;

import dev.idem.admin.web.Query;
import dev.idem.admin.web.StateBadge;
import dev.idem.inspect.KeyFilter;
import dev.idem.inspect.KeyState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The filter as it was typed.
 *
 * @param operation an operation's whole name, "" for all
 * @param state a state's name, "" for all
 * @param key a whole key, "" for all
 * @param size how many lines a page has
 */
public record KeysForm(String operation, String state, String key, String size) {

    /**
     * The filter it means.
     *
     * @throws IllegalArgumentException if there is no such state
     */
    KeyFilter filter() {
        return new KeyFilter(
                Optional.empty(),
                given(operation),
                state.isEmpty() ? Set.of() : Set.of(KeyState.valueOf(state)),
                given(key),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(typed -> !typed.isEmpty());
    }

    Query query() {
        return Query.EMPTY
                .with("operation", operation)
                .with("state", state)
                .with("key", key)
                .with("size", size);
    }

    /** The states to choose from. */
    public List<Choice> states() {
        return Arrays.stream(KeyState.values())
                .map(each -> new Choice(
                        each.name(), StateBadge.of(each).label(), each.name().equals(state)))
                .toList();
    }

    /** Each part of the filter that is set, with the query that drops it. */
    public List<Drop> drops() {
        List<Drop> drops = new ArrayList<>();
        add(drops, "operation", operation, new KeysForm("", state, key, size));
        add(
                drops,
                "state",
                state.isEmpty() ? "" : StateBadge.of(KeyState.valueOf(state)).label(),
                new KeysForm(operation, "", key, size));
        add(drops, "key", key, new KeysForm(operation, state, "", size));
        return drops;
    }

    private static void add(List<Drop> drops, String name, String value, KeysForm without) {
        if (!value.isEmpty()) {
            drops.add(new Drop(name, value, without.query().text()));
        }
    }

    /** A state to choose. */
    public record Choice(String name, String label, boolean chosen) {}

    /** A part of the filter, and the list without it. */
    public record Drop(String name, String value, String query) {}
}
