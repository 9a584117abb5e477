package dev.idem.demo.launcher;

import java.util.List;
import java.util.Map;

/** A running broker in a process of its own, on 127.0.0.1. Closing it ends the process; its logs stay. */
interface DemoBroker extends AutoCloseable {

    /** Where clients connect, also after a restart. */
    int port();

    /** Its process at the moment. */
    ProcessHandle process();

    /** Ends it as {@code kill -9} does. */
    void kill();

    /** Starts it again, on the same files, after {@link #kill} if need be. */
    void restart();

    /**
     * Has it end this process by force when the process that started the broker is gone.
     *
     * @throws java.io.UncheckedIOException if the broker is gone itself
     */
    void takeAlong(ProcessHandle companion);

    /** What the application server is told before it boots. */
    List<String> bootCommands();

    /** What the WAR and its client need to know. */
    Map<String, String> systemProperties();

    @Override
    void close();
}
