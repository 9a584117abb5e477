package dev.idem.demo.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Database and application server of the demo. Closing it, from any thread and at any time, leaves no process, port or
 * temporary file; only the logs stay.
 */
final class DemoSystem implements AutoCloseable {

    private final DemoOptions options;
    private final Map<String, String> extraProperties;
    private final Path folder;
    private final DemoClient client;
    private @Nullable DemoDatabase database;
    private @Nullable PayaraNode node;
    private int nodesStarted;
    private boolean closed;

    DemoSystem(DemoOptions options) {
        this(options, Map.of());
    }

    DemoSystem(DemoOptions options, Map<String, String> extraProperties) {
        this.options = options;
        this.extraProperties = extraProperties;
        this.folder = options.work().resolve("files");
        this.client = new DemoClient(options.port());
    }

    DemoClient client() {
        return client;
    }

    void checkPrerequisites() {
        Ports.requireFree(options.port());
        for (Path needed : new Path[] {war(), payara()}) {
            if (!Files.exists(needed)) {
                throw new DemoFailed(needed + " is missing. Build it first: ./mvnw -DskipTests verify");
            }
        }
    }

    synchronized void startDatabase() {
        requireOpen();
        Folders.fresh(options.work());
        database = options.database().start(Folders.fresh(folder));
    }

    /** Starts a node and waits until the demo answers in it. */
    void startNode() {
        launchNode().awaitReady();
    }

    private synchronized PayaraNode launchNode() {
        requireOpen();
        nodesStarted++;
        Path log = options.work().resolve("payara-" + nodesStarted + ".log");
        Process process = new PayaraCommand(payara(), war(), folder.resolve("payara-" + nodesStarted), options.port())
                .start(systemProperties(), log);
        node = new PayaraNode(process, new PayaraLog(log), client);
        return node;
    }

    private Map<String, String> systemProperties() {
        Map<String, String> properties = new HashMap<>(settings().systemProperties());
        properties.putAll(extraProperties);
        return properties;
    }

    synchronized DatabaseSettings settings() {
        if (database == null) {
            throw new IllegalStateException("The database is not started");
        }
        return database.settings();
    }

    synchronized PayaraNode node() {
        if (node == null) {
            throw new IllegalStateException("No node is started");
        }
        return node;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (node != null) {
            node.stop();
        }
        if (database != null) {
            database.close();
        }
        Folders.delete(folder);
    }

    private void requireOpen() {
        if (closed) {
            throw new DemoFailed("The demo is being stopped.");
        }
    }

    private Path war() {
        return options.target().resolve("idem-demo.war");
    }

    private Path payara() {
        return options.target().resolve("payara").resolve("payara-micro.jar");
    }
}
