package dev.idem.engine;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;

/**
 * How long a finished record binds: calendar months, then an exact duration.
 *
 * @param months calendar months, 0 or more
 * @param rest what comes on top, zero or positive
 */
public record Retention(int months, Duration rest) {

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
}
