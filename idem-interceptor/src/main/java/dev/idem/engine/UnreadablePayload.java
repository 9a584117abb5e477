package dev.idem.engine;

/** A stored payload cannot be read. It stays as it is. */
public final class UnreadablePayload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Creates the failure.
     *
     * @param reason why, as it may be shown to callers and operators: no key, no payload
     */
    public UnreadablePayload(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Creates a failure with a cause. */
    public UnreadablePayload(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
