package dev.idem.engine;

/** Who calls. */
public sealed interface Caller {

    /** A call from inside: a message, a timer, another bean. */
    record Internal() implements Caller {}

    /** A call that came in by HTTP from nobody known. */
    record Anonymous() implements Caller {}

    /**
     * A call that came in by HTTP from an authenticated caller.
     *
     * @param name the caller principal's name
     */
    record Authenticated(String name) implements Caller {}
}
