package dev.idem.engine;

import java.util.Optional;

/** Port: the replay that the current thread carries out, if any. Implementations serve many threads at once. */
public interface CurrentReplay {

    /**
     * The order this thread carries out.
     *
     * @param operation the name of the operation that is called
     * @return empty if the thread replays nothing, or another operation
     */
    Optional<ReplayOrder> of(String operation);

    /** Hears that the body of the order this thread carries out begins to run. */
    void runs();

    /** Hears that the operation refused the order this thread carries out, and that this is stored, or soon will be. */
    void refused();
}
