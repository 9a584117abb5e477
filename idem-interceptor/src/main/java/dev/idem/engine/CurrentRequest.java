package dev.idem.engine;

import java.util.Optional;

/** Port: the HTTP request that the current thread serves, if any. Implementations serve many threads at once. */
public interface CurrentRequest {

    /** Who sent it; {@link Caller.Internal} if there is no request. */
    Caller caller();

    /**
     * The key in its {@code Idempotency-Key} header, without quotes.
     *
     * @return empty if there is no request or no such header
     * @throws IllegalArgumentException if the header is not one string; the message says what to send
     */
    Optional<String> key();

    /**
     * The one-time token in its {@code Idempotency-Token} header, without quotes.
     *
     * @return empty if there is no request or no such header
     * @throws IllegalArgumentException if the header is not one string; the message says what to send
     */
    Optional<String> token();

    /** Has the response say that it was answered from a record. */
    void replayed();
}
