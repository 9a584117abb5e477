package dev.idem.outbox;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * How the outbox works.
 *
 * @param relays whether this node sends messages
 * @param sender the name of the default sender
 * @param poll how often a relay looks for messages that nobody told it of
 * @param batch how many messages are claimed at once, 1 to 1000
 * @param lease how long a claim lasts
 * @param maxAttempts after how many failed attempts a message is parked, 1 or more
 * @param keep how long sent messages are kept
 */
record OutboxSettings(
        boolean relays,
        Optional<String> sender,
        Duration poll,
        int batch,
        Duration lease,
        int maxAttempts,
        Duration keep) {

    private static final String RELAY = "idem.outbox.relay";
    private static final String SENDER = "idem.outbox.sender";
    private static final String POLL = "idem.outbox.poll";
    private static final String BATCH = "idem.outbox.batch";
    private static final String LEASE = "idem.outbox.lease";
    private static final String MAX_ATTEMPTS = "idem.outbox.max-attempts";
    private static final String KEEP = "idem.outbox.keep";

    private static final int LARGEST_BATCH = 1_000;
    private static final Duration LONGEST = Duration.ofDays(365);

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one of them cannot be used; the message names it
     */
    static OutboxSettings of(Config config) {
        return new OutboxSettings(
                Boolean.parseBoolean(text(config, RELAY, "true")),
                config.getOptionalValue(SENDER, String.class),
                duration(config, POLL, "PT1S"),
                number(config, BATCH, 50, LARGEST_BATCH),
                duration(config, LEASE, "PT1M"),
                number(config, MAX_ATTEMPTS, 10, Integer.MAX_VALUE),
                duration(config, KEEP, "P1D"));
    }

    private static String text(Config config, String name, String byDefault) {
        return config.getOptionalValue(name, String.class).orElse(byDefault);
    }

    private static Duration duration(Config config, String name, String byDefault) {
        String text = text(config, name, byDefault);
        try {
            Duration value = Duration.parse(text);
            if (value.compareTo(Duration.ZERO) > 0 && value.compareTo(LONGEST) <= 0) {
                return value;
            }
        } catch (DateTimeParseException unreadable) {
            // said below
        }
        throw new IllegalArgumentException(
                name + " must be a duration above zero and up to a year, such as " + byDefault + ", was " + text);
    }

    private static int number(Config config, String name, int byDefault, int largest) {
        String text = text(config, name, Integer.toString(byDefault));
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= largest) {
                return value;
            }
        } catch (NumberFormatException unreadable) {
            // said below
        }
        throw new IllegalArgumentException(name + " must be a number from 1 to " + largest + ", was " + text);
    }
}
