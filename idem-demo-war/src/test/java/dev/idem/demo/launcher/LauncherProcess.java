package dev.idem.demo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The launcher in a JVM of its own, as Maven runs it.
 *
 * @param process the process
 * @param shown what it prints
 * @param options what it was told
 */
record LauncherProcess(Process process, Path shown, DemoOptions options) implements AutoCloseable {

    private static final Duration LONGEST_STORY = Duration.ofMinutes(5);

    static LauncherProcess start(DemoOptions options) {
        try {
            Path shown = Files.createDirectories(options.target().resolve("it")).resolve(options.port() + ".txt");
            Process process = new ProcessBuilder(command(options))
                    .redirectErrorStream(true)
                    .redirectOutput(shown.toFile())
                    .start();
            return new LauncherProcess(process, shown, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(DemoOptions options) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Demo.class.getName(),
                "port=" + options.port(),
                "broker.port=" + options.brokerPort(),
                "db=" + options.database().lowerCaseName(),
                "once=" + options.once(),
                "broker=" + options.broker().lowerCaseName(),
                "nodes=" + (options.hasSecondNode() ? 2 : 1),
                "second.port=" + options.secondPort(),
                "target=" + options.target());
    }

    void awaitText(String text) {
        Awaitility.await(text)
                .atMost(LONGEST_STORY)
                .until(() -> !process.isAlive() || shownText().contains(text));
    }

    String shownText() throws IOException {
        return Files.readString(shown);
    }

    /** It and everything it has started. */
    List<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    /** What Ctrl-C in a terminal sends. */
    void interrupt() throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("kill ended with " + status);
        }
    }

    @Override
    public void close() {
        family().forEach(ProcessHandle::destroyForcibly);
    }
}
