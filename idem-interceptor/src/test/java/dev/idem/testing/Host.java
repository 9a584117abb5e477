package dev.idem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A process on 127.0.0.1 that serves an application, with its log. Closing it ends the process. */
public abstract class Host implements AutoCloseable {

    private final Process process;
    private final Path log;

    /** Of a process that writes to a log. */
    protected Host(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Waits until the log says that it has started.
     *
     * @return where the log says so
     * @throws RuntimeException if it ends before or takes too long; the process is gone then
     */
    protected final Matcher awaitStart(Pattern said, Duration longest) {
        try {
            Awaitility.await()
                    .atMost(longest)
                    .until(() -> !isAlive() || said.matcher(log()).find());
            Matcher start = said.matcher(log());
            if (!isAlive() || !start.find()) {
                throw new IllegalStateException("the process ended during its start, see " + log);
            }
            return start;
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** An address, such as {@code shop/api/orders}. */
    public final URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + "/" + path);
    }

    /** Where it listens. */
    protected abstract int port();

    /** Whether its process is still there. */
    public final boolean isAlive() {
        return process.isAlive();
    }

    /** What it has written so far. */
    public final String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the process as {@code kill -9} does. */
    @Override
    public final void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
