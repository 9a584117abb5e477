package dev.idem.admin.web;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** For how many days a key is to be protected, as a form sends them. */
public final class ProtectionDays {

    /** What to say when they cannot be read. */
    public static final String MISTAKE = "Give the days from now as a whole number, 1 to 3650.";

    private static final Pattern DAYS =
            Pattern.compile("[1-9][0-9]{0,2}|[12][0-9]{3}|3[0-5][0-9]{2}|36[0-4][0-9]|3650");

    private ProtectionDays() {}

    /** Reads them; empty if they are not a whole number from 1 to 3650. */
    public static Optional<Duration> read(String days) {
        return Optional.of(days.strip())
                .filter(text -> DAYS.matcher(text).matches())
                .map(Long::valueOf)
                .map(Duration::ofDays);
    }
}
