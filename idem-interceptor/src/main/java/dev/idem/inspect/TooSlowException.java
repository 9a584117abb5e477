package dev.idem.inspect;

/** The database did not give a list in time. Nothing was changed; a narrower filter may help. */
public final class TooSlowException extends ActionException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what happened and what to do
     * @param cause what the database said
     */
    public TooSlowException(String message, Throwable cause) {
        super(message, cause);
    }
}
