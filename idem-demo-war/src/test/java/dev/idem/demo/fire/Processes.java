package dev.idem.demo.fire;

import dev.idem.demo.launcher.DemoFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that are run to their end. */
final class Processes {

    private static final long LONGEST_SECONDS = 60;

    private Processes() {}

    /** Runs a command, its output appended to a log. */
    static void run(List<String> command, Path log) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new DemoFailed(command + " failed, see " + log);
            }
        } catch (IOException failure) {
            throw new DemoFailed(command + " cannot be run", failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new DemoFailed(command + " was interrupted", ended);
        }
    }
}
