package dev.idem.inspect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parked calls of one operation whose last attempt failed by the same cause: the same exception class, the same message but
 * for ids, numbers and quoted texts, and the same first frame of the application. Immutable, for all threads.
 *
 * @param cause names the cause, 64 hexadecimal digits; {@value #NONE} for calls of which no attempt is kept
 * @param application the application
 * @param operation the operation
 * @param exception the exception's class, "" for none
 * @param message the message of the latest of them, at most 1,000 characters, "" for none
 * @param frame the first frame of the application, as class and method, "" for none
 * @param count how many calls wait
 * @param unknown how many of them have an outcome that is not known
 * @param days how many of them were parked in each 24 hours of the last seven, the last first
 * @param first when the first of them was parked
 * @param last when the last of them was parked
 * @param note what operators wrote down about it
 */
public record CauseGroup(
        String cause,
        String application,
        String operation,
        String exception,
        String message,
        String frame,
        long count,
        long unknown,
        List<Long> days,
        Instant first,
        Instant last,
        Optional<CauseNote> note) {

    /** Stands for no cause. */
    public static final String NONE = "none";

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /**
     * Names it.
     *
     * @return its id
     */
    public CauseId id() {
        return new CauseId(application, operation, cause);
    }

    /**
     * How many of its calls were parked in the last 24 hours.
     *
     * @return the first of {@link #days}
     */
    public long lastDay() {
        return days.get(0);
    }

    static void checkCause(String cause) {
        if (!cause.equals(NONE) && !HEX.matcher(cause).matches()) {
            throw new IllegalArgumentException("`cause` must be 64 hexadecimal digits or \"" + NONE + "\"");
        }
    }
}
