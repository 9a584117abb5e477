package dev.idem.engine;

/**
 * Keeps the message of an {@code IllegalArgumentException}; "cannot be carried" cannot be.
 *
 * @param meanwhile what others do while a refusal is written
 */
record MessageRefusals(Runnable meanwhile) implements RefusalCodec {

    @Override
    public boolean declares(Throwable failure) {
        return failure instanceof IllegalArgumentException;
    }

    @Override
    public String encode(Throwable refusal) {
        meanwhile.run();
        if ("cannot be carried".equals(refusal.getMessage())) {
            throw new IllegalStateException("there is no constructor");
        }
        return "no: " + refusal.getMessage();
    }

    @Override
    public Throwable decode(String text) {
        return new IllegalArgumentException(text.substring(4));
    }
}
