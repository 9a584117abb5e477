package dev.idem.engine;

/**
 * Port: work that goes on beside the calls. Every CDI bean of this type is started once, after the store was checked and
 * before the first request, and stopped when the application ends; not in a deployment that runs no operations.
 */
public interface BackgroundWork {

    /** Starts it and returns at once. */
    void start();

    /** Has it stop soon; what it holds is found again by another node. */
    void stop();

    /** Tells whether it goes on where no operations run, too, such as in a console. */
    default boolean withoutOperations() {
        return false;
    }
}
