package dev.idem.inspect;

/** There is no record with this id. */
public final class NoSuchRecordException extends ActionException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what happened and what to do
     */
    public NoSuchRecordException(String message) {
        super(message);
    }
}
