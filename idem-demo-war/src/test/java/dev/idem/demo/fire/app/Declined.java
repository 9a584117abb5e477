package dev.idem.demo.fire.app;

/** The operation says no. */
public class Declined extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Declined(String message) {
        super(message);
    }
}
