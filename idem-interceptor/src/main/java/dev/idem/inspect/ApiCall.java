package dev.idem.inspect;

/** What is known of a call of the operators' API. Immutable. */
public sealed interface ApiCall {

    /**
     * Nobody has answered it yet: it is to be done.
     *
     * @param actionToken for whatever is done by it, the same each time: 64 characters
     */
    record Open(String actionToken) implements ApiCall {}

    /**
     * It was done before, and is not done again.
     *
     * @param status the status of the answer
     * @param location where the answer led, at most 255 characters, "" for nowhere
     * @param body the answer
     */
    record Answered(int status, String location, String body) implements ApiCall {}

    /** The caller used the key for another request. */
    record KeyUsed() implements ApiCall {}
}
