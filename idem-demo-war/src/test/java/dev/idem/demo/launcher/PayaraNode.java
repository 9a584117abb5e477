package dev.idem.demo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One Payara Micro process.
 *
 * @param process the process
 * @param log what it writes
 * @param deployed tells whether everything deployed in it answers
 */
public record PayaraNode(Process process, PayaraLog log, BooleanSupplier deployed) {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private enum State {
        STARTING,
        READY,
        NOT_DEPLOYED,
        ENDED
    }

    /** Waits until what is deployed answers. A failed deployment ends the wait at once, although Payara Micro stays up. */
    public void awaitReady() {
        State state = stateAfterStart();
        if (state != State.READY) {
            throw new DemoFailed(switch (state) {
                        case ENDED -> "Payara Micro ended during its start.";
                        case NOT_DEPLOYED -> "Payara Micro is up, but the deployment of the demo failed.";
                        default -> "The demo did not answer within " + LONGEST_START.toSeconds() + " s.";
                    }
                    + System.lineSeparator() + "From " + log.file() + ":" + System.lineSeparator() + log.excerpt());
        }
    }

    private State stateAfterStart() {
        try {
            return Awaitility.await()
                    .atMost(LONGEST_START)
                    .pollInterval(Duration.ofMillis(200))
                    .until(this::state, state -> state != State.STARTING);
        } catch (ConditionTimeoutException e) {
            return State.STARTING;
        }
    }

    private State state() {
        if (!process.isAlive()) {
            return State.ENDED;
        }
        if (!log.saysBooted()) {
            return State.STARTING;
        }
        return deployed.getAsBoolean() ? State.READY : State.NOT_DEPLOYED;
    }

    /** Ends the process as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits until the process has ended by itself. */
    void awaitEnd() {
        process.onExit().orTimeout(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Ends the process in good order, or by force when that takes too long. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    /**
     * The memory the process holds.
     *
     * @return MiB, where the system tells (Linux)
     */
    OptionalLong residentMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
