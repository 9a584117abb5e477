package dev.idem.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long a finished record binds: calendar months, then an exact duration.
 *
 * @param months calendar months, 0 or more
 * @param rest what comes on top, zero or positive
 */
public record Retention(int months, Duration rest) {

    private static final LocalDate CALENDAR_BEGIN = LocalDate.of(2000, 1, 1);
    private static final int CALENDAR_MONTHS = 4_800;
    private static final int SHORTEST_MONTH = 28;

    public Retention {
        if (months < 0 || rest.isNegative() || (months == 0 && rest.isZero())) {
            throw new IllegalArgumentException("must be above zero");
        }
    }

    /** Parses an ISO-8601 period ({@code P1Y2M}, {@code P7D}) or duration ({@code PT12H}, {@code P1DT12H}). */
    @SuppressWarnings("JavaPeriodGetDays") // the months are added beside them
    public static Retention parse(String text) {
        try {
            return new Retention(0, Duration.parse(text));
        } catch (DateTimeParseException notADuration) {
            Period period = Period.parse(text);
            return new Retention(Math.toIntExact(period.toTotalMonths()), Duration.ofDays(period.getDays()));
        }
    }

    /** A point in time so long ago that whatever began then, or before, is over by now. */
    public Instant before(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(rest).minusMonths(months).toInstant();
    }

    /** How long it lasts at least, whenever it begins. */
    Duration shortest() {
        return rest.plusDays((long) SHORTEST_MONTH * months);
    }

    /**
     * Tells whether this one never ends before another one that begins at the same time, whenever that is: months differ
     * in length.
     */
    public boolean covers(Retention other) {
        if (months == other.months) {
            return rest.compareTo(other.rest) >= 0;
        }
        return starts().allMatch(start -> !end(start).isBefore(other.end(start)));
    }

    private LocalDateTime end(LocalDateTime start) {
        return start.plusMonths(months).plus(rest);
    }

    /** The days that differ, in each month of the 400 years after which the calendar repeats itself. */
    private static Stream<LocalDateTime> starts() {
        return IntStream.range(0, CALENDAR_MONTHS)
                .mapToObj(CALENDAR_BEGIN::plusMonths)
                .flatMap(month -> IntStream.concat(IntStream.of(1), IntStream.rangeClosed(29, month.lengthOfMonth()))
                        .mapToObj(day -> month.withDayOfMonth(day).atStartOfDay()));
    }
}
