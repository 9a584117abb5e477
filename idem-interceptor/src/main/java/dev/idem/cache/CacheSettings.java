package dev.idem.cache;

import org.eclipse.microprofile.config.Config;

/**
 * How large the near cache may become.
 *
 * @param maxSize bytes of what it holds, 1 to {@value #MOST}
 */
public record CacheSettings(long maxSize) {

    /** The setting. */
    public static final String MAX_SIZE = "idem.cache.max-size";

    private static final long MOST = 1L << 40;
    private static final String BY_DEFAULT = "16777216";

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one of them cannot be used; the message says what it must be
     */
    public static CacheSettings of(Config config) {
        String text = config.getOptionalValue(MAX_SIZE, String.class).orElse(BY_DEFAULT);
        try {
            long value = Long.parseLong(text);
            if (value >= 1 && value <= MOST) {
                return new CacheSettings(value);
            }
        } catch (NumberFormatException unreadable) {
            // said below
        }
        throw new IllegalArgumentException("it must be a number of bytes from 1 to " + MOST + ", was " + text);
    }
}
