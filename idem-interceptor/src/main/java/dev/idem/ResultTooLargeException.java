package dev.idem;

import org.jspecify.annotations.Nullable;

/**
 * The body ran and returned more than may be stored; the transaction was rolled back. The message names the limit.
 *
 * <p>Immutable, but for what {@link Throwable} itself allows.
 */
public class ResultTooLargeException extends UnstorableResultException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param operation the operation's name
     * @param maskedKey the masked key, or "" where none is known
     * @param what what happened and what to do, without operation and key
     * @param cause the cause, or null
     */
    public ResultTooLargeException(String operation, String maskedKey, String what, @Nullable Throwable cause) {
        super(operation, maskedKey, what, cause);
    }
}
