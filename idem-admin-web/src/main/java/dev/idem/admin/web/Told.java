package dev.idem.admin.web;

/** A call that is refused in words of our own, which the caller reads. */
public final class Told extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Refuses.
     *
     * @param status the status
     * @param words what is wrong and what to do
     */
    public Told(int status, String words) {
        super(words);
        this.status = status;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** What the caller reads. */
    String words() {
        return String.valueOf(getMessage());
    }
}
