package dev.idem;

import org.jspecify.annotations.Nullable;

/**
 * The transaction was rolled back although the body returned normally: it was marked rollback-only, its result
 * could not be stored, or its commit failed. Nothing was committed.
 *
 * <p>Immutable, but for what {@link Throwable} itself allows.
 */
public class TransactionRolledBackException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param operation the operation's name
     * @param maskedKey the masked key, or "" where none is known
     * @param what what happened and what to do, without operation and key
     * @param cause the cause, or null
     */
    public TransactionRolledBackException(String operation, String maskedKey, String what, @Nullable Throwable cause) {
        super(operation, maskedKey, what, cause);
    }
}
