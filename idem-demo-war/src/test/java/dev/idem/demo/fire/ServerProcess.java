package dev.idem.demo.fire;

import dev.idem.demo.launcher.DemoFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/** A database server as a process of ours. One thread at a time. */
final class ServerProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final long LONGEST_STOP_SECONDS = 30;

    private final List<String> command;
    private final Path log;
    private @Nullable Process process;

    ServerProcess(List<String> command, Path log) {
        this.command = List.copyOf(command);
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "database-ends"));
    }

    /** Starts it, and waits until it lets somebody in. */
    void start(ThrowingRunnable entry) {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Awaitility.await()
                    .atMost(LONGEST_START)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptions()
                    .untilAsserted(entry);
        } catch (IOException | ConditionTimeoutException failure) {
            close();
            throw new DemoFailed("The database did not start, see " + log, failure);
        }
    }

    /** Ends it: in good order, or as {@code kill -9} does. */
    void stop(boolean inGoodOrder) {
        if (process == null) {
            return;
        }
        if (inGoodOrder) {
            process.destroy();
        } else {
            process.destroyForcibly();
        }
        process.onExit().orTimeout(LONGEST_STOP_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        stop(false);
    }
}
