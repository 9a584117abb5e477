package dev.idem.demo.http;

/** A field of the input that a record does not accept; the message names it. */
public final class InvalidField extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidField(String message) {
        super(message);
    }
}
