package dev.idem.engine;

/** Port: what this deployment is. Read once at start. Implementations serve many threads at once. */
public interface Deployment {

    /** The application its operations belong to, 1 to 128 characters. */
    String application();

    /** Tells whether it runs operations; an operator's console only reads and asks. */
    boolean runsOperations();
}
