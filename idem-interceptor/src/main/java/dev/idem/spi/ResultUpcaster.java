package dev.idem.spi;

/**
 * Brings stored results of one operation into the form its method returns now. An application brings one CDI bean
 * ({@code @ApplicationScoped}) for each operation whose result type changed in a way that its codec cannot bridge: a member
 * renamed, a type replaced. An added member that may be absent needs none.
 *
 * <p>Results are stored with the version of their type: 1 as long as there is no upcaster for the operation, then
 * {@link #version()}. A duplicate of an older call gets what {@link #upcast} makes of its result. The row is not changed. A
 * result of a newer version, which a node that is already updated wrote, is not guessed at: the caller gets an
 * {@link dev.idem.UnreadableResultException}, as it does when {@code upcast} throws, and the body does not run. So an
 * upcaster goes live on all nodes with the new type, and is kept for as long as older results last ({@code expireAfter}).
 *
 * <p>Two beans for one operation, one for an operation that is not deployed, or a version below 2 stop the start
 * (IDEM-0241). All methods may be called from many threads at once.
 */
public interface ResultUpcaster {

    /**
     * The operation whose results it knows.
     *
     * @return the operation's name, as in {@link dev.idem.IdempotentOperation#name()}
     */
    String operation();

    /**
     * The version of the results that the method returns now.
     *
     * @return 2 to 999,999,999, one more with each change; always the same value
     */
    int version();

    /**
     * Changes an older result.
     *
     * @param json the result as the codec wrote it then; for a method that returns a {@code Response}, an object with
     *     {@code status}, {@code headers} and {@code text}
     * @param version the version it was written in, 1 to {@link #version()} - 1
     * @return the result as the codec reads it now, in {@link #version()}
     * @throws RuntimeException if it cannot be changed; its message must not hold the result
     */
    String upcast(String json, int version);
}
