package dev.idem.persistence;

import dev.idem.inspect.Count;
import dev.idem.inspect.Cursor;
import dev.idem.inspect.Inspection;
import dev.idem.inspect.Page;
import dev.idem.inspect.TooSlowException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What all lists for operators have in common. */
final class Listing {

    /** How long operators wait for a list: one that no index serves would keep the database busy for longer. */
    static final Duration LONGEST_QUERY = Duration.ofSeconds(5);

    private static final String TIMEOUT = "jakarta.persistence.query.timeout";

    private Listing() {}

    /**
     * Reads a list, and ends before its reader has gone.
     *
     * @throws TooSlowException if it took too long
     */
    static <T> List<T> rows(TypedQuery<T> query, int atMost) {
        try {
            return query.setHint(TIMEOUT, Math.toIntExact(LONGEST_QUERY.toMillis()))
                    .setMaxResults(atMost)
                    .getResultList();
        } catch (PersistenceException failure) {
            if (StoreErrors.isTimeout(failure)) {
                throw new TooSlowException(
                        "the database did not give the list within " + LONGEST_QUERY.toSeconds()
                                + " s: narrow the filter, by a state or by days",
                        failure);
            }
            throw failure;
        }
    }

    /**
     * A page of a list.
     *
     * @param lines reads so many at most
     */
    static <T> Page<T> page(int size, Function<Integer, List<T>> lines, Function<T, Cursor> cursor) {
        List<T> found = lines.apply(size + 1);
        return found.size() <= size
                ? new Page<>(found, Optional.empty())
                : new Page<>(found.subList(0, size), Optional.of(cursor.apply(found.get(size - 1))));
    }

    static void checkSize(int size) {
        if (size < 1 || size > Inspection.LONGEST_PAGE) {
            throw new IllegalArgumentException("`size` must be 1 to " + Inspection.LONGEST_PAGE + ", was " + size);
        }
    }

    /**
     * A bounded count.
     *
     * @param found how many were found, looked for one more than is counted
     */
    static Count count(int found) {
        return new Count(Math.min(found, Count.BOUND), found > Count.BOUND);
    }
}
