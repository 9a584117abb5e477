package dev.idem.inspect;

/** The record's state, the operation or the input does not allow the action; the message says why. */
public final class NotAllowedException extends ActionException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what happened and what to do
     */
    public NotAllowedException(String message) {
        super(message);
    }
}
