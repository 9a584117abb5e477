package dev.idem;

/** Within what a key is unique. */
public enum Scope {
    /**
     * The authenticated caller for every call that came in by HTTP, one shared scope for all anonymous HTTP callers
     * (who must then also send the same arguments), and {@link #GLOBAL} for everything else.
     */
    AUTO,
    /** One scope for all: different callers with the same key mean the same fact, such as a payment callback. */
    GLOBAL,
    /** The authenticated caller; a call without one is refused with {@link MissingKeyException}. */
    CALLER
}
