package dev.idem.bench.app;

/** One way to have an effect once, named as the tables call it. Every call comes without a transaction. */
public interface Contender {

    /** Has the effect, without a result, unless the key is known. */
    void note(Order order) throws Exception;

    /** Has the effect and gives its result, or gives the first call's if the key is known. */
    default Receipt buy(Order order) throws Exception {
        throw new UnsupportedOperationException(getClass() + " stores no result");
    }
}
