package dev.idem.purge;

import dev.idem.engine.Retention;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.config.Config;

/**
 * How the purge works.
 *
 * @param enabled whether this node purges
 * @param interval how long it rests when there is nothing left
 * @param batch how many rows are deleted at once at most, 1 to 900
 * @param keeping how long rows stay once their time is over
 */
record PurgeSettings(boolean enabled, Duration interval, int batch, Keeping keeping) {

    private static final String ENABLED = "idem.purge.enabled";
    private static final String INTERVAL = "idem.purge.interval";
    private static final String BATCH = "idem.purge.batch";
    private static final String KEEP_CONFLICTS = "idem.purge.keep-conflicts";
    private static final String KEEP_TOKENS = "idem.purge.keep-tokens";
    private static final String KEEP_REQUESTS = "idem.purge.keep-requests";
    private static final String HORIZON = "idem.replay.horizon";

    private static final String WEEK = "P7D";
    private static final String MONTH = "P31D";

    /** MariaDB treats a list of 1,000 keys as a table, and reads ours as a whole. */
    private static final int LARGEST_BATCH = 900;

    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one of them cannot be used; the message names it
     */
    static PurgeSettings of(Config config) {
        Retention horizon = retention(HORIZON, text(config, HORIZON, WEEK));
        return new PurgeSettings(
                enabled(text(config, ENABLED, "true")),
                interval(text(config, INTERVAL, "PT1M")),
                batch(text(config, BATCH, "500")),
                new Keeping(
                        notBelow(horizon, config, KEEP_CONFLICTS, WEEK),
                        retention(KEEP_TOKENS, text(config, KEEP_TOKENS, WEEK)),
                        notBelow(horizon, config, KEEP_REQUESTS, MONTH)));
    }

    private static String text(Config config, String name, String byDefault) {
        return config.getOptionalValue(name, String.class).orElse(byDefault);
    }

    private static boolean enabled(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(ENABLED, "true or false", text);
        }
        return Boolean.parseBoolean(text);
    }

    private static Duration interval(String text) {
        try {
            Duration value = Duration.parse(text);
            if (value.compareTo(SHORTEST_INTERVAL) >= 0 && value.compareTo(LONGEST_INTERVAL) <= 0) {
                return value;
            }
        } catch (DateTimeParseException unreadable) {
            // said below
        }
        throw wrong(INTERVAL, "a duration from PT0.01S to P1D", text);
    }

    private static int batch(String text) {
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= LARGEST_BATCH) {
                return value;
            }
        } catch (NumberFormatException unreadable) {
            // said below
        }
        throw wrong(BATCH, "a number from 1 to " + LARGEST_BATCH, text);
    }

    private static Retention retention(String name, String text) {
        try {
            return Retention.parse(text);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException unreadable) {
            throw wrong(name, "a time above zero, such as P7D or P1M", text);
        }
    }

    /** What an operator needs to decide on a replay stays as long as one may be asked for. */
    private static Retention notBelow(Retention horizon, Config config, String name, String byDefault) {
        Retention value = retention(name, text(config, name, byDefault));
        if (value.covers(horizon)) {
            return value;
        }
        if (config.getOptionalValue(name, String.class).isEmpty()) {
            return horizon;
        }
        throw wrong(name, "no shorter than " + HORIZON + ", " + text(config, HORIZON, WEEK), text(config, name, ""));
    }

    private static IllegalArgumentException wrong(String name, String expected, String text) {
        return new IllegalArgumentException("IDEM-0802 " + name + " must be " + expected + ", was " + text);
    }
}
