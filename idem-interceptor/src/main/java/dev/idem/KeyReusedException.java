package dev.idem;

import org.jspecify.annotations.Nullable;

/**
 * The key was used before with other arguments. The body did not run, the record is as it was.
 *
 * <p>Immutable, but for what {@link Throwable} itself allows.
 */
public class KeyReusedException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param operation the operation's name
     * @param maskedKey the masked key, or "" where none is known
     * @param what what happened and what to do, without operation and key
     * @param cause the cause, or null
     */
    public KeyReusedException(String operation, String maskedKey, String what, @Nullable Throwable cause) {
        super(operation, maskedKey, what, cause);
    }
}
