package dev.idem.admin.alerts;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * When people are told, and how. A threshold of 0 is never reached.
 *
 * @param receiver who is told, empty if nobody is told of anything
 * @param link the console's address for links in messages, "" if it is not known
 * @param poisonCount how many parked calls are too many
 * @param poisonAge how long a parked call may wait
 * @param unknownCount how many unknown outcomes are too many
 * @param newCause whether a new cause is told
 * @param purgeLag how long a finished key may be there after its time
 * @param interval how often it is looked
 */
record AlertSettings(
        Optional<AlertReceiver> receiver,
        String link,
        long poisonCount,
        Duration poisonAge,
        long unknownCount,
        boolean newCause,
        Duration purgeLag,
        Duration interval) {

    static final String POISON_COUNT = "idem.admin.alert.poison-count";
    static final String POISON_AGE = "idem.admin.alert.poison-age";
    static final String UNKNOWN_COUNT = "idem.admin.alert.unknown-count";
    static final String NEW_CAUSE = "idem.admin.alert.new-cause";
    static final String PURGE_LAG = "idem.admin.alert.purge-lag";
    private static final String LINK = "idem.admin.alert.link";
    private static final String INTERVAL = "idem.admin.alert.interval";

    private static final long MOST = 10_000;
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one of them cannot be used; the message names it
     */
    static AlertSettings of(Config config) {
        return new AlertSettings(
                ReceiverSettings.of(config),
                text(config, LINK).map(text -> address(LINK, text).toString()).orElse(""),
                count(config, POISON_COUNT, 100),
                duration(config, POISON_AGE, Duration.ofDays(1)),
                count(config, UNKNOWN_COUNT, 1),
                config.getOptionalValue(NEW_CAUSE, Boolean.class).orElse(true),
                duration(config, PURGE_LAG, Duration.ofDays(1)),
                interval(duration(config, INTERVAL, Duration.ofMinutes(1))));
    }

    static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    }

    static URI address(String name, String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below; not what was given, which may be a secret
        }
        throw wrong(name, "an address with http or https");
    }

    private static long count(Config config, String name, long byDefault) {
        String text = text(config, name).orElse(Long.toString(byDefault));
        try {
            long count = Long.parseLong(text.strip());
            if (count >= 0 && count <= MOST) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw wrong(name, "a whole number, 0 (never) to " + MOST);
    }

    private static Duration duration(Config config, String name, Duration byDefault) {
        Duration duration;
        try {
            duration = config.getOptionalValue(name, Duration.class).orElse(byDefault);
        } catch (IllegalArgumentException wrong) {
            throw wrong(name, "a duration such as PT12H");
        }
        if (duration.isNegative()) {
            throw wrong(name, "a duration such as PT12H");
        }
        return duration;
    }

    private static Duration interval(Duration interval) {
        if (interval.compareTo(SHORTEST_INTERVAL) < 0) {
            throw wrong(INTERVAL, "a duration of " + SHORTEST_INTERVAL + " or more");
        }
        return interval;
    }

    static IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException("IDEM-0706 " + name + " must be " + expected);
    }
}
