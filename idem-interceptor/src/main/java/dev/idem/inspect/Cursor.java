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
            return new Cursor(Instant.parse(text.substring(0, separator)), new RecordId(text.substring(separator + 1)));
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("not a cursor", notATime);
        }
    }
}
