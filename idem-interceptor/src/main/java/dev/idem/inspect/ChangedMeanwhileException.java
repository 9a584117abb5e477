package dev.idem.inspect;

/** The record is not in the version any more that the operator saw: look again, decide again. */
public final class ChangedMeanwhileException extends ActionException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what happened and what to do
     */
    public ChangedMeanwhileException(String message) {
        super(message);
    }
}
