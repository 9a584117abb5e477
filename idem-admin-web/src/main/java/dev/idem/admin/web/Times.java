package dev.idem.admin.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Times for a person: to the second with their zone, and how long ago.
 *
 * @param zone where they are
 * @param style how they write dates
 * @param now what time it is
 */
public record Times(ZoneId zone, DateStyle style, Instant now) {

    /** For those who said nothing, and for programs. */
    public static Times utc(Instant now) {
        return new Times(ZoneOffset.UTC, DateStyle.ISO, now);
    }

    /** A point in time, such as {@code 2026-02-03 04:05:06 UTC}. */
    public String at(Instant time) {
        return style.format(time.atZone(zone)) + " " + place(time);
    }

    /** UTC is written as that, any other zone as it stands to UTC at that time. */
    private String place(Instant time) {
        ZoneOffset offset = zone.getRules().getOffset(time);
        return offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId();
    }

    /** How long ago a time is. */
    public String since(Instant time) {
        return between(time, now);
    }

    /** How long it is from one time to another, in its two greatest units, such as {@code 3 h 12 min}. */
    public static String between(Instant from, Instant to) {
        Duration age = Duration.between(from, to);
        if (age.compareTo(Duration.ofMinutes(1)) < 0) {
            return Math.max(0, age.toSeconds()) + " s";
        }
        if (age.compareTo(Duration.ofHours(1)) < 0) {
            return age.toMinutes() + " min";
        }
        if (age.compareTo(Duration.ofDays(1)) < 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min";
        }
        return age.toDays() + " d " + age.toHoursPart() + " h";
    }
}
