package dev.idem.admin.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The query of a link, encoded. Immutable.
 *
 * @param text with the question mark, "" if there is no parameter
 */
public record Query(String text) {

    /** No parameter. */
    public static final Query EMPTY = new Query("");

    /** The same query with a parameter more, unless its value is empty. */
    public Query with(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        String separator = text.isEmpty() ? "?" : "&";
        return new Query(text + separator + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    Query with(String name, List<String> values) {
        Query query = this;
        for (String value : values) {
            query = query.with(name, value);
        }
        return query;
    }
}
