package dev.idem.demo.launcher;

import dev.idem.testing.ArtemisBroker;
import dev.idem.testing.ArtemisClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Database, broker and application server of the demo. Closing it, from any thread and at any time, leaves no process, port or
 * temporary file; only the logs stay.
 */
final class DemoSystem implements AutoCloseable {

    private final DemoOptions options;
    private final Map<String, String> extraProperties;
    private final Path folder;
    private final Deployments deployments;
    private final DemoClient client;
    private final ConsoleOperator console;
    private final Map<Integer, PayaraNode> nodesByPort = new HashMap<>();
    private @Nullable DemoDatabase database;
    private @Nullable ArtemisBroker broker;
    private int nodesStarted;
    private boolean closed;

    DemoSystem(DemoOptions options) {
        this(options, Map.of(), Deployments.around(options.target()));
    }

    private DemoSystem(DemoOptions options, Map<String, String> extraProperties, Deployments deployments) {
        this.options = options;
        this.extraProperties = extraProperties;
        this.folder = options.work().resolve("files");
        this.deployments = deployments;
        this.client = new DemoClient(options.port());
        this.console = new ConsoleOperator(consoleAddress());
    }

    static DemoSystem withoutConsole(DemoOptions options, Map<String, String> extraProperties) {
        return new DemoSystem(
                options, extraProperties, Deployments.around(options.target()).withoutConsole());
    }

    DemoClient client() {
        return client;
    }

    ConsoleOperator console() {
        return console;
    }

    URI consoleAddress() {
        return URI.create("http://127.0.0.1:" + options.port() + "/idem-admin/");
    }

    /** How to log in for the first time; only the first node of a system knows. */
    ConsoleLogin firstLogin() {
        return new PayaraLog(options.work().resolve("payara-1.log"))
                .firstLogin()
                .orElseThrow(() ->
                        new DemoFailed("The console did not say how to log in: see the logs in " + options.work()));
    }

    void checkPrerequisites() {
        Ports.requireFree(options.port(), "demo.port");
        if (options.brokerPort() != DemoOptions.ANY_PORT) {
            Ports.requireFree(options.brokerPort(), "demo.broker.port");
        }
        Stream.concat(deployments.files().stream(), Stream.of(payara()))
                .filter(needed -> !Files.exists(needed))
                .findFirst()
                .ifPresent(missing -> {
                    throw new DemoFailed(missing + " is missing. Build it first: ./mvnw -DskipTests verify");
                });
    }

    synchronized void startDatabase() {
        requireOpen();
        Folders.fresh(options.work());
        database = options.database().start(Folders.fresh(folder));
    }

    synchronized void startBroker() {
        requireOpen();
        int port = options.brokerPort() == DemoOptions.ANY_PORT ? Ports.free() : options.brokerPort();
        try {
            broker = ArtemisBroker.start(brokerFolder(), options.target().resolve("broker"), port);
        } catch (IllegalStateException | ConditionTimeoutException e) {
            throw new DemoFailed("The broker did not start: " + e.getMessage(), e);
        }
    }

    /** Starts a node and waits until demo and console answer in it. */
    void startNode() {
        launch(options.port(), this::isDeployed).awaitReady();
    }

    /**
     * Starts one more node, on the same database and broker.
     *
     * @return the way to it
     */
    DemoClient startNeighbour() {
        int port = Ports.free();
        DemoClient neighbour = new DemoClient(port);
        launch(port, neighbour::isDeployed).awaitReady();
        return neighbour;
    }

    private synchronized PayaraNode launch(int port, BooleanSupplier deployed) {
        requireOpen();
        nodesStarted++;
        Path log = options.work().resolve("payara-" + nodesStarted + ".log");
        Process process = new PayaraCommand(
                        payara(), deployments, folder.resolve("payara-" + nodesStarted), port, broker().port())
                .start(systemProperties(), log);
        broker().takeAlong(process.toHandle());
        PayaraNode started = new PayaraNode(process, new PayaraLog(log), deployed);
        nodesByPort.put(port, started);
        return started;
    }

    private boolean isDeployed() {
        return client.isDeployed() && (deployments.console().isEmpty() || console.isDeployed());
    }

    /** Ends the broker as {@code kill -9} does, and starts it again on its journal. */
    synchronized void restartBroker() {
        broker().restart();
        nodesByPort.values().forEach(each -> broker().takeAlong(each.process().toHandle()));
    }

    /** Waits until the fault of a service has struck so often. */
    void awaitFault(String service, int times) {
        Awaitility.await("a fault of " + service)
                .atMost(Duration.ofSeconds(60))
                .until(() -> client.get("/faults/" + service).body().contains("\"struck\":" + times));
    }

    /** Waits until the coupon service has seen every message that the broker has. */
    void awaitQuiet() {
        ArtemisClient messages = new ArtemisClient(broker().port());
        Awaitility.await("an empty queue")
                .atMost(Duration.ofSeconds(60))
                .until(() -> messages.pending(Purchase.MESSAGES) == 0);
    }

    private Map<String, String> systemProperties() {
        Map<String, String> properties = new HashMap<>(settings().systemProperties());
        properties.put("idem.datasource", "java:global/jdbc/idem");
        properties.put("idem.outbox.lease", "PT5S");
        properties.putAll(extraProperties);
        return properties;
    }

    synchronized DatabaseSettings settings() {
        if (database == null) {
            throw new IllegalStateException("The database is not started");
        }
        return database.settings();
    }

    synchronized ArtemisBroker broker() {
        if (broker == null) {
            throw new IllegalStateException("The broker is not started");
        }
        return broker;
    }

    synchronized PayaraNode node() {
        PayaraNode node = nodesByPort.get(options.port());
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
        nodesByPort.values().forEach(PayaraNode::stop);
        if (broker != null) {
            broker.close();
            Folders.delete(brokerFolder().resolve("data"));
            Folders.delete(brokerFolder().resolve("tmp"));
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

    /** Its logs stay there. */
    private Path brokerFolder() {
        return options.work().resolve("broker");
    }

    private Path payara() {
        return options.target().resolve("payara").resolve("payara-micro.jar");
    }
}
