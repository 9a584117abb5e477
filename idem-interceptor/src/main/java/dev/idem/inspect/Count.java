package dev.idem.inspect;

/**
 * A number of records that is not counted to the end. Immutable.
 *
 * @param number how many, at most 10,000
 * @param more whether there are more
 */
public record Count(long number, boolean more) {

    /** How far is counted. */
    public static final int BOUND = 10_000;

    /**
     * The count for people.
     *
     * @return such as {@code 7} or {@code 10,000+}
     */
    public String text() {
        return more ? "10,000+" : Long.toString(number);
    }
}
