package dev.idem.inspect;

/** An action or a look at the records did not come about; nothing was changed. The message may be shown to people. */
public abstract class ActionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what happened and what to do
     */
    protected ActionException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what happened and what to do
     * @param cause why
     */
    protected ActionException(String message, Throwable cause) {
        super(message, cause);
    }
}
