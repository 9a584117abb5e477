package dev.idem.admin.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How somebody writes dates. */
public enum DateStyle {
    /** As in ISO 8601, which sorts. */
    ISO("uuuu-MM-dd HH:mm:ss"),
    /** Day, month, year. */
    DAY_FIRST("d MMM uuuu HH:mm:ss"),
    /** Month, day, year. */
    MONTH_FIRST("MMM d, uuuu h:mm:ss a");

    private final DateTimeFormatter format;

    DateStyle(String pattern) {
        format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    String format(ZonedDateTime time) {
        return format.format(time);
    }
}
