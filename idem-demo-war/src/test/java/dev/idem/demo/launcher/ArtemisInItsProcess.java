package dev.idem.demo.launcher;

import dev.idem.testing.ArtemisBroker;
import dev.idem.testing.ArtemisRar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Artemis, reached through a resource adapter.
 *
 * @param broker the process
 * @param folder its files and logs
 */
record ArtemisInItsProcess(ArtemisBroker broker, Path folder) implements DemoBroker {

    static ArtemisInItsProcess start(DemoOptions options, Path folder, int port) {
        try {
            Path libraries = options.target().resolve("broker");
            return new ArtemisInItsProcess(ArtemisBroker.start(folder, libraries, port), folder);
        } catch (IllegalStateException | ConditionTimeoutException e) {
            throw new DemoFailed("The broker did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public int port() {
        return broker.port();
    }

    @Override
    public ProcessHandle process() {
        return broker.process();
    }

    @Override
    public void kill() {
        broker.kill();
    }

    @Override
    public void restart() {
        broker.restart();
    }

    @Override
    public void takeAlong(ProcessHandle companion) {
        broker.takeAlong(companion);
    }

    @Override
    public List<String> bootCommands() {
        return List.of(ArtemisRar.brokerAt(port()));
    }

    @Override
    public Map<String, String> systemProperties() {
        return Map.of();
    }

    @Override
    public void close() {
        broker.close();
        Folders.delete(folder.resolve("data"));
        Folders.delete(folder.resolve("tmp"));
    }
}
