package dev.idem.engine;

/** The store could not do what was asked. */
public class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param advice what happened and what to do, as it may be shown to a caller
     * @param cause the database's own error
     */
    public StoreFailure(String advice, Throwable cause) {
        super(advice, cause);
    }

    /** Creates a failure that has no cause but the store's own check. */
    public StoreFailure(String advice) {
        super(advice);
    }
}
