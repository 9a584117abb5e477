package dev.idem.engine;

/**
 * A claim waited for something else than its key, such as a table that another session was making larger. Its transaction can
 * only be rolled back; in another one the key may be free.
 */
public final class StoreHeldUp extends StoreFailure {

    private static final long serialVersionUID = 1L;

    /** Creates the failure, with the database's own error. */
    public StoreHeldUp(Throwable cause) {
        super(
                "the database was held up at the record, by no other call with its key: see what it waits for, retry later",
                cause);
    }
}
