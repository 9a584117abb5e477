package dev.idem;

/**
 * What a call gets that is settled, but without a result: poison, dismissed, outcome unknown, rejected duplicate, reused
 * key, or a refusal ({@link IdempotentOperation#storeOn()}) that is stored for certain. A reused key is kept as a conflict
 * first; if that cannot be done, {@link StoreUnavailableException} is thrown. A missing or invalid key is always thrown:
 * nothing shows it, so no broker may forget it.
 */
public enum OnPoison {
    /** {@link #ACKNOWLEDGE} in message listeners, {@link #THROW} elsewhere. */
    AUTO,
    /** The exception that says why. */
    THROW,
    /** A normal return, so that a broker moves on; for {@code void} methods only. */
    ACKNOWLEDGE
}
