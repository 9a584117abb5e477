package dev.idem.engine;

import org.jspecify.annotations.Nullable;

/** Port: stores what one method returns. Implementations serve many threads at once. */
public interface ResultCodec {

    /** Tells whether a returned value stands for a failure, so that the attempt is rolled back. */
    default boolean fails(@Nullable Object result) {
        return false;
    }

    /**
     * Writes a result.
     *
     * @throws TooLarge if it is longer than may be stored
     * @throws RuntimeException if it cannot be carried; the message names the type and says what to do
     */
    Encoded encode(Object result);

    /**
     * Rebuilds a result.
     *
     * @throws RuntimeException if the text does not fit the method's return type
     */
    @Nullable
    Object decode(String text);

    /**
     * Checks a result that a person wrote.
     *
     * @return the text to be stored
     * @throws RuntimeException if it is not exactly what the method returns; the message says what is wrong
     */
    default String confirmed(String text) {
        decode(text);
        return text;
    }

    /**
     * A written result.
     *
     * @param text as stored
     * @param answer what the first caller gets
     */
    record Encoded(String text, Object answer) {}

    /** A result is longer than may be stored. */
    final class TooLarge extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        /** Creates the exception; the message names the limit and says what to do. */
        public TooLarge(String message) {
            super(message);
        }
    }
}
