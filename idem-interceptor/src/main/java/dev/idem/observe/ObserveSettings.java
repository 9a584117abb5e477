package dev.idem.observe;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.config.Config;

/**
 * How the store is looked at for gauges and health.
 *
 * @param refresh how long what was seen is shown before it is looked at again
 * @param timeout how long is waited for the store
 */
record ObserveSettings(Duration refresh, Duration timeout) {

    private static final String REFRESH = "idem.observe.refresh";
    private static final String TIMEOUT = "idem.observe.timeout";

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one of them cannot be used; the message names it
     */
    static ObserveSettings of(Config config) {
        return new ObserveSettings(duration(config, REFRESH, "PT5S"), duration(config, TIMEOUT, "PT2S"));
    }

    private static Duration duration(Config config, String name, String byDefault) {
        String text = config.getOptionalValue(name, String.class).orElse(byDefault);
        try {
            Duration value = Duration.parse(text);
            if (value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0) {
                return value;
            }
        } catch (DateTimeParseException unreadable) {
            // said below
        }
        throw new IllegalArgumentException(
                name + " must be a duration from PT0.01S to PT1H, such as " + byDefault + ", was " + text);
    }
}
