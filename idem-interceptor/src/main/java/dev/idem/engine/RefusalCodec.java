package dev.idem.engine;

/** Port: stores the refusals of one operation. Implementations serve many threads at once. */
public interface RefusalCodec {

    /** For an operation that stores none. */
    RefusalCodec NONE = new RefusalCodec() {
        @Override
        public boolean declares(Throwable failure) {
            return false;
        }

        @Override
        public String encode(Throwable refusal) {
            throw new IllegalArgumentException("the operation stores no refusals");
        }

        @Override
        public Throwable decode(String text) {
            throw new IllegalArgumentException("the operation stores no refusals any more");
        }
    };

    /** Tells whether a failure is of a type that the operation declares as a refusal. */
    boolean declares(Throwable failure);

    /**
     * Writes a refusal.
     *
     * @throws RuntimeException if it could not be rebuilt as it is; the message names the type and says what to do
     */
    String encode(Throwable refusal);

    /**
     * Rebuilds a refusal.
     *
     * @throws RuntimeException if the text names no type that the operation declares, or does not fit it
     */
    Throwable decode(String text);
}
