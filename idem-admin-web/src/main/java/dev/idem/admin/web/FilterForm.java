package dev.idem.admin.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A list's filter as it was typed, and as it stands in the address.
 *
 * @param parts each part that is set, by its parameter
 */
public record FilterForm(Map<String, String> parts) {

    /** Reads the named parameters of an address, in their order. */
    public static FilterForm of(List<String> names, UnaryOperator<String> parameters) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String name : names) {
            String value = parameters.apply(name).strip();
            if (!value.isEmpty()) {
                parts.put(name, value);
            }
        }
        return new FilterForm(parts);
    }

    /** What was typed for a parameter, "" for nothing. */
    public String value(String name) {
        return parts.getOrDefault(name, "");
    }

    /** What was typed for a parameter. */
    public Optional<String> given(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** The query that shows the same list again. */
    public Query query() {
        return without("");
    }

    private Query without(String dropped) {
        Query query = Query.EMPTY;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            query = part.getKey().equals(dropped) ? query : query.with(part.getKey(), part.getValue());
        }
        return query;
    }

    /** Each part of the filter that is set, with the query that drops it. */
    public List<Drop> drops() {
        return parts.entrySet().stream()
                .map(part -> new Drop(
                        part.getKey(), part.getValue(), without(part.getKey()).text()))
                .toList();
    }

    /** Something to choose in a filter. */
    public record Choice(String name, String label, boolean chosen) {}

    /** A part of the filter, and the query of the list without it. */
    public record Drop(String name, String value, String query) {}
}
