package dev.idem;

/** What a call gets once its record has a final answer other than a result (poison, reused key, ...). */
public enum OnPoison {
    /** {@link #ACKNOWLEDGE} in message listeners, {@link #THROW} elsewhere. */
    AUTO,
    /** The exception that says why. */
    THROW,
    /** A normal return, so that a broker moves on; for {@code void} methods only. */
    ACKNOWLEDGE
}
