package dev.idem.cdi;

/** Throws on what a body threw, whatever it is. */
final class Rethrown {

    private Rethrown() {}

    /**
     * Throws a throwable, which the compiler takes for an unchecked one.
     *
     * @return never
     */
    @SuppressWarnings("unchecked") // the compiler is not to know
    static <T extends Throwable> RuntimeException of(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
