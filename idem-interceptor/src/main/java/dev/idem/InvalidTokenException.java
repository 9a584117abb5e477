package dev.idem;

import org.jspecify.annotations.Nullable;

/**
 * The one-time token is unknown, expired or revoked, was used by a call whose record is gone, or was issued to another caller
 * or for another operation. Which of these is not said, and the token is not in the message. Nothing was recorded and the
 * body did not run; ask for a new token.
 *
 * <p>Immutable, but for what {@link Throwable} itself allows.
 */
public class InvalidTokenException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param operation the operation's name
     * @param maskedKey the masked key, or "" where none is known
     * @param what what happened and what to do, without operation and key
     * @param cause the cause, or null
     */
    public InvalidTokenException(String operation, String maskedKey, String what, @Nullable Throwable cause) {
        super(operation, maskedKey, what, cause);
    }
}
