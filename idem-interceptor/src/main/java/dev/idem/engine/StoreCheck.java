package dev.idem.engine;

/** Port: whether the store can work at all. Works inside the transaction that is running. */
public interface StoreCheck {

    /**
     * Checks the database and its tables.
     *
     * @throws StoreFailure if Idem cannot work there; the message says what to do
     */
    void check();
}
