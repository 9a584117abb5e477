package dev.idem.bench.app;

/** The hand-written answer to a call whose key is held by a running one. */
public class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Busy() {
        super("the same call is running");
    }
}
