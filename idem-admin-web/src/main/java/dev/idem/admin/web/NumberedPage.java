package dev.idem.admin.web;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A page of a list whose cursors are numbers.
 *
 * @param lines its lines
 * @param next where the next page begins, empty at the end of the list
 * @param <T> what a line is
 */
public record NumberedPage<T>(List<T> lines, Optional<String> next) {

    /**
     * A page.
     *
     * @param found its lines, and one more if there are any
     * @param length how many lines it has at most
     * @param number the number of a line
     */
    public static <T> NumberedPage<T> of(List<T> found, int length, ToLongFunction<T> number) {
        return found.size() <= length
                ? new NumberedPage<>(found, Optional.empty())
                : new NumberedPage<>(
                        found.subList(0, length),
                        Optional.of(Long.toString(number.applyAsLong(found.get(length - 1)))));
    }
}
