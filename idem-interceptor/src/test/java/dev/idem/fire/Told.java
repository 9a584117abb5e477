package dev.idem.fire;

/** What a client was told. */
public sealed interface Told {

    /** The call has had its effect; a result names the effect it is of. */
    record Success(String answer) implements Told {}

    /**
     * The operation said no.
     *
     * @param kept whether it was said to be on record; a client by HTTP is told so by the status
     */
    record Refused(boolean kept) implements Told {}

    /** It is parked. */
    record Parked() implements Told {}

    /** Nobody knows whether the effect happened. */
    record Unknown() implements Told {}

    /** The attempt failed, and left nothing. */
    record Failed(String why) implements Told {}

    /** To be sent again later: another call is running, or the store does not answer. */
    record Later(String why) implements Told {}

    /** Nothing: the connection broke. */
    record Nothing() implements Told {}

    /** Tells whether a client that gets it need not send again. */
    default boolean settles() {
        return this instanceof Success || this instanceof Refused || this instanceof Parked || this instanceof Unknown;
    }
}
