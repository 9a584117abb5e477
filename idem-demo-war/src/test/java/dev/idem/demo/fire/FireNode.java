package dev.idem.demo.fire;

import dev.idem.demo.launcher.DemoFailed;
import dev.idem.demo.launcher.Deployments;
import dev.idem.demo.launcher.Folders;
import dev.idem.demo.launcher.PayaraCommand;
import dev.idem.demo.launcher.PayaraLog;
import dev.idem.demo.launcher.PayaraNode;
import dev.idem.testing.ArtemisBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One Payara Micro, which is started again whenever it has died. Safe for all threads. */
final class FireNode {

    private final Place place;
    private final Supplier<PayaraCommand> command;
    private final ArtemisBroker broker;
    private final BooleanSupplier answers;
    private @Nullable PayaraNode running;
    private volatile boolean up;
    private int starts;

    /**
     * Where a node is.
     *
     * @param number which one, from 1
     * @param port its port
     * @param work where logs are
     * @param properties its system properties
     * @param environment what its process has in its environment
     */
    record Place(int number, int port, Path work, Map<String, String> properties, Map<String, String> environment) {

        Path files() {
            return work.resolve("files").resolve("node-" + number);
        }
    }

    FireNode(Place place, Deployments deployments, ArtemisBroker broker, BooleanSupplier answers, List<String> boot) {
        this.place = place;
        this.command = () -> new PayaraCommand(
                Path.of("target", "payara", "payara-micro.jar").toAbsolutePath(),
                deployments,
                place.files(),
                place.port(),
                boot);
        this.broker = broker;
        this.answers = answers;
    }

    int port() {
        return place.port();
    }

    int number() {
        return place.number();
    }

    /** Whether it can be called. */
    boolean isUp() {
        return up;
    }

    /** Starts it, and waits until it can be called. */
    void start() {
        launched().awaitReady();
        up = true;
    }

    private synchronized PayaraNode launched() {
        starts++;
        Process process = command.get().start(place.properties(), place.environment(), log(starts));
        PayaraNode started = new PayaraNode(process, new PayaraLog(log(starts)), answers);
        running = started;
        broker.takeAlong(process.toHandle());
        return started;
    }

    PayaraLog firstLog() {
        return new PayaraLog(log(1));
    }

    private Path log(int start) {
        return place.work().resolve("node-" + place.number() + "-" + start + ".log");
    }

    /** Ends it as {@code kill -9} does. */
    synchronized void kill() {
        up = false;
        if (running != null) {
            running.kill();
        }
    }

    synchronized boolean isDead() {
        return running != null && !running.process().isAlive();
    }

    /** If it has died it is started again; false if that failed. */
    boolean revive() {
        if (!isDead()) {
            return true;
        }
        up = false;
        try {
            Folders.delete(place.files());
            start();
            return true;
        } catch (DemoFailed notNow) {
            kill();
            return false;
        }
    }

    synchronized void takeAlong() {
        if (running != null && running.process().isAlive()) {
            broker.takeAlong(running.process().toHandle());
        }
    }

    synchronized int starts() {
        return starts;
    }

    synchronized void stop() {
        up = false;
        if (running != null) {
            running.stop();
        }
    }
}
