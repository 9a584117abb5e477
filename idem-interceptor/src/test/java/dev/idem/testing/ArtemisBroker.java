package dev.idem.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * An Artemis broker in a process of its own, on 127.0.0.1, with a journal that survives its death. A message is
 * delivered at most 10 times, 0.1 s apart, then it goes to the queue {@value #DEAD_LETTERS}. Closing it ends the
 * process; it also ends when the process that started it is gone.
 *
 * <p>One thread at a time.
 */
public final class ArtemisBroker implements AutoCloseable {

    /** The queue of what was delivered too often. */
    public static final String DEAD_LETTERS = "DLQ";

    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final long LONGEST_END_SECONDS = 20;

    private final Path folder;
    private final Path libraries;
    private final int port;
    private Process process;
    private int starts;

    private ArtemisBroker(Path folder, Path libraries, int port) {
        this.folder = folder;
        this.libraries = libraries;
        this.port = port;
        this.process = launch();
    }

    /**
     * Starts one on a free port and waits until clients can connect.
     *
     * @param folder its journal and logs, such as {@code target/broker-of-a-test}
     */
    public static ArtemisBroker start(Path folder) {
        return start(folder, Path.of("target", "broker"), freePort());
    }

    /**
     * Starts one.
     *
     * @param folder its journal and logs
     * @param libraries where Maven has put the broker's jars
     * @param port where it listens
     */
    public static ArtemisBroker start(Path folder, Path libraries, int port) {
        return new ArtemisBroker(folder.toAbsolutePath(), libraries.toAbsolutePath(), port).started();
    }

    /** Where it listens on 127.0.0.1, also after a restart. */
    public int port() {
        return port;
    }

    /** Its process at the moment. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends it as {@code kill -9} does. What it has acknowledged is in its journal. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(LONGEST_END_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Starts it again, on the same port and journal, after {@link #kill}. */
    public void restart() {
        kill();
        process = launch();
        started();
    }

    /** Stops its work in the middle without ending connections: answers are lost. */
    public void suspend() {
        signal("-STOP");
    }

    /** Goes on after {@link #suspend}. */
    public void resume() {
        signal("-CONT");
    }

    /** Has the broker end this process by force when the process that started the broker is gone. */
    public void takeAlong(ProcessHandle companion) {
        try {
            process.getOutputStream().write(line(companion).getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("The broker does not listen", failure);
        }
    }

    /** Its number and when it started, in milliseconds. */
    private static String line(ProcessHandle companion) {
        Instant start = companion.info().startInstant().orElse(Instant.EPOCH);
        return companion.pid() + " " + start.toEpochMilli() + "\n";
    }

    @Override
    public void close() {
        kill();
    }

    private Process launch() {
        starts++;
        try {
            Files.createDirectories(folder.resolve("tmp"));
            return new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("The broker cannot be started", failure);
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-cp",
                ownClasses() + File.pathSeparator + libraries + File.separator + "*",
                ArtemisServer.class.getName(),
                folder.resolve("data").toString(),
                Integer.toString(port));
    }

    private static Path ownClasses() {
        try {
            return Path.of(ArtemisServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private ArtemisBroker started() {
        try {
            Awaitility.await()
                    .atMost(LONGEST_START)
                    .until(() -> !process.isAlive() || Files.readString(log()).contains(ArtemisServer.READY));
            if (!process.isAlive()) {
                throw new IllegalStateException("The broker ended during its start, see " + log());
            }
            return this;
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private Path log() {
        return folder.resolve("broker-" + starts + ".log");
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill " + name + " ended with " + status);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
