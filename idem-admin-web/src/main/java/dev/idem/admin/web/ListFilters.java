package dev.idem.admin.web;

import dev.idem.inspect.SavedView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Knows the lists whose filters can be saved. */
@ApplicationScoped
public class ListFilters {

    @Inject
    @Any
    Instance<ListFilter> filters;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public ListFilters() {}

    /** The address of a list below {@code /ui}. */
    public static String path(SavedView.Place place) {
        return "/" + place.name().toLowerCase(Locale.ROOT);
    }

    /**
     * A filter as the list itself would write it.
     *
     * @param query parameters as in an address, with or without the question mark
     * @throws IllegalArgumentException if a part of it cannot be read
     */
    public Query read(SavedView.Place place, String query) {
        Map<String, String> parameters = parameters(query);
        return filters.stream()
                .filter(each -> each.place() == place)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no filter of " + place))
                .read(name -> parameters.getOrDefault(name, ""));
    }

    /** Whether the list still reads all of a filter that was saved. */
    public boolean readable(SavedView view) {
        try {
            return read(view.place(), view.text().query())
                    .text()
                    .equals(view.text().query());
        } catch (RuntimeException notAnyMore) {
            return false;
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : query.replaceFirst("^\\?", "").split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
