package dev.idem.inspect;

/** The database did not answer as expected. */
public final class StoreUnreachableException extends ActionException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what happened and what to do
     * @param cause the database's own error
     */
    public StoreUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
