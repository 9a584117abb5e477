package dev.idem.bench.app;

/** The body fails. */
public class Declined extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Declined() {
        super("declined");
    }
}
