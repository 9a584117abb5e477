package dev.idem.admin.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days of UTC, as a date field sends them. */
public final class Days {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9998;

    private Days() {}

    /**
     * When a day begins.
     *
     * @throws IllegalArgumentException if it is no day on which anything can have happened
     */
    public static Instant start(String day) {
        return start(read(day));
    }

    /**
     * When a day is over.
     *
     * @throws IllegalArgumentException if it is no day on which anything can have happened
     */
    public static Instant end(String day) {
        return start(read(day).plusDays(1));
    }

    private static LocalDate read(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new IllegalArgumentException("nothing is kept of that year");
            }
            return day;
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("not a day", wrong);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
