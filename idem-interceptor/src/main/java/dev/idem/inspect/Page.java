package dev.idem.inspect;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list. Immutable.
 *
 * @param lines the lines, in order
 * @param next where the next page begins, empty at the end of the list
 * @param <T> what a line is
 */
public record Page<T>(List<T> lines, Optional<Cursor> next) {

    /**
     * Copies the lines.
     *
     * @param lines the lines, in order
     * @param next where the next page begins, empty at the end of the list
     */
    public Page {
        lines = List.copyOf(lines);
    }
}
