package dev.idem.admin.web;

import dev.idem.inspect.SavedView;
import java.util.function.UnaryOperator;

/** Reads the filter of a list. There is one for each list whose filters can be saved. Serves many threads at once. */
public interface ListFilter {

    /** Which list. */
    SavedView.Place place();

    /**
     * The query of the list that parameters mean, with nothing but its filter.
     *
     * @param parameters by name, "" for what is not there
     * @throws IllegalArgumentException if a part of it cannot be read
     */
    Query read(UnaryOperator<String> parameters);
}
