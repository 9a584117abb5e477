package dev.idem.inspect;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * A place in a list, from which the next page goes on. Immutable.
 *
 * @param at the time by which the list is ordered, of the last line of the page before
 * @param id the last line's record
 */
public record Cursor(Instant at, RecordId id) {

    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final char SEPARATOR = '_';

    /**
     * The cursor as text for a URL: letters, digits, {@code - : . _} only.
     *
     * @return text that {@link #parse} reads
     */
    public String text() {
        return at.toString() + SEPARATOR + id.hex();
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param text the text
     * @return the cursor
     * @throws IllegalArgumentException if it is no cursor
     */
    public static Cursor parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        if (separator < 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        try {
            Instant at = Instant.parse(text.substring(0, separator));
            if (at.isBefore(FIRST) || at.isAfter(LAST)) {
                throw new IllegalArgumentException("not a cursor: no database knows such a time");
            }
            return new Cursor(at, new RecordId(text.substring(separator + 1)));
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("not a cursor", notATime);
        }
    }
}
