package dev.idem;

import jakarta.ejb.ApplicationException;
import org.jspecify.annotations.Nullable;

/**
 * A call could not be answered. Every subclass is one reason; the message says what happened, to which operation and
 * (masked) key, and what to do. It rolls back, and arrives unwrapped also from an EJB.
 *
 * <p>Immutable, but for what {@link Throwable} itself allows.
 */
@ApplicationException(inherited = true, rollback = true)
public abstract class IdempotencyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** the name of the operation called */
    private final String operation;

    /** its key, masked, or "" */
    private final String maskedKey;

    IdempotencyException(String operation, String maskedKey, String what, @Nullable Throwable cause) {
        super(message(operation, maskedKey, what), cause);
        this.operation = operation;
        this.maskedKey = maskedKey;
    }

    private static String message(String operation, String maskedKey, String what) {
        return maskedKey.isEmpty() ? operation + ": " + what : operation + " [key " + maskedKey + "]: " + what;
    }

    /**
     * The operation called.
     *
     * @return its name, such as {@code payments.settle}
     */
    public String operation() {
        return operation;
    }

    /**
     * The key of the call, masked: its first and last characters and its length at most.
     *
     * @return the masked key, or "" where none is known
     */
    public String maskedKey() {
        return maskedKey;
    }
}
