package dev.idem;

/**
 * What a call gets whose record says that it is settled, but without a result: poison, dismissed, outcome unknown,
 * rejected duplicate. A missing, invalid or reused key is always thrown: no record shows it, so no broker may forget it.
 */
public enum OnPoison {
    /** {@link #ACKNOWLEDGE} in message listeners, {@link #THROW} elsewhere. */
    AUTO,
    /** The exception that says why. */
    THROW,
    /** A normal return, so that a broker moves on; for {@code void} methods only. */
    ACKNOWLEDGE
}
