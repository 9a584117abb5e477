package dev.idem.spi;

import org.jspecify.annotations.Nullable;

/**
 * A broker cannot be reached: no message of its {@link OutboxSender} can be sent for the time being, and none is to
 * blame.
 *
 * <p>Immutable, but for what {@link Throwable} itself allows.
 */
public class BrokerUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param what what could not be done, for operators
     * @param cause the client's own error, or null
     */
    public BrokerUnavailableException(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
