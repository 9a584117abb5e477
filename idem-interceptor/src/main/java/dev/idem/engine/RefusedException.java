package dev.idem.engine;

/**
 * The operation refused the call, for good. Callers get what it wraps, whatever that is: whether an exception is a refusal
 * is known here only, not by its type.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Throwable refusal;
    private final boolean onRecord;

    RefusedException(Throwable refusal, boolean onRecord) {
        super(null, refusal, false, false);
        this.refusal = refusal;
        this.onRecord = onRecord;
    }

    /** What the body threw, now or when it ran. */
    public Throwable refusal() {
        return refusal;
    }

    /** Tells whether it is stored for certain, so that a broker may forget the message. */
    public boolean onRecord() {
        return onRecord;
    }
}
