package dev.idem.demo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A {@link BrokerProgram} that runs. One thread at a time. */
final class BrokerInItsProcess implements DemoBroker {

    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final long LONGEST_END_SECONDS = 20;

    private final BrokerProgram program;
    private final Path folder;
    private final int port;
    private Process process;
    private int starts;

    private BrokerInItsProcess(BrokerProgram program, Path folder, int port) {
        this.program = program;
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    static BrokerInItsProcess start(BrokerProgram program, Path folder, int port) {
        BrokerInItsProcess broker = new BrokerInItsProcess(program, folder, port);
        broker.awaitReady();
        return broker;
    }

    private Process launch() {
        starts++;
        try {
            Files.createDirectories(folder.resolve("tmp"));
            return new ProcessBuilder(program.command(folder))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The broker cannot be started", e);
        }
    }

    private void awaitReady() {
        try {
            Awaitility.await()
                    .atMost(LONGEST_START)
                    .until(() -> !process.isAlive() || Files.readString(log()).contains(BrokerProgram.READY));
        } catch (ConditionTimeoutException e) {
            close();
            throw new DemoFailed("The broker did not start in time, see " + log(), e);
        }
        if (!process.isAlive()) {
            close();
            throw new DemoFailed("The broker ended during its start, see " + log());
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(LONGEST_END_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void restart() {
        kill();
        process = launch();
        awaitReady();
    }

    @Override
    public void takeAlong(ProcessHandle companion) {
        try {
            process.getOutputStream().write(line(companion).getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The broker does not listen", e);
        }
    }

    /** Its number and when it started, in milliseconds. */
    private static String line(ProcessHandle companion) {
        Instant start = companion.info().startInstant().orElse(Instant.EPOCH);
        return companion.pid() + " " + start.toEpochMilli() + "\n";
    }

    @Override
    public List<String> bootCommands() {
        return List.of();
    }

    @Override
    public Map<String, String> systemProperties() {
        return program.clientProperties();
    }

    @Override
    public void close() {
        kill();
        Folders.delete(folder.resolve("data"));
        Folders.delete(folder.resolve("tmp"));
    }

    private Path log() {
        return folder.resolve("broker-" + starts + ".log");
    }
}
