package dev.idem.demo.launcher;

import dev.idem.demo.broker.BrokerKind;
import dev.idem.demo.duplicates.Signals;
import dev.idem.testing.ArtemisClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Database, broker and application servers of the demo. Closing it, from any thread and at any time, leaves no process, port or
 * temporary file; only the logs stay.
 */
final class DemoSystem implements AutoCloseable {

    private final DemoOptions options;
    private final Map<String, String> extraProperties;
    private final Path folder;
    private final Deployments deployments;
    private final DemoClient client;
    private final DemoClient secondClient;
    private final ConsoleOperator console;
    private final Map<Integer, PayaraNode> nodesByPort = new HashMap<>();
    private @Nullable DemoDatabase database;
    private @Nullable DemoBroker broker;
    private int nodesStarted;
    private boolean closed;

    DemoSystem(DemoOptions options) {
        this(options, Map.of());
    }

    /** With system properties of the servers beside those that they need. */
    DemoSystem(DemoOptions options, Map<String, String> extraProperties) {
        this(options, extraProperties, Deployments.around(options.target(), options.broker()));
    }

    private DemoSystem(DemoOptions options, Map<String, String> extraProperties, Deployments deployments) {
        this.options = options;
        this.extraProperties = extraProperties;
        this.folder = options.work().resolve("files");
        this.deployments = deployments;
        this.client = new DemoClient(options.port());
        this.secondClient = new DemoClient(options.secondPort());
        this.console = new ConsoleOperator(consoleAddress());
    }

    static DemoSystem withoutConsole(DemoOptions options, Map<String, String> extraProperties) {
        return new DemoSystem(
                options,
                extraProperties,
                Deployments.around(options.target(), options.broker()).withoutConsole());
    }

    DemoOptions options() {
        return options;
    }

    DemoClient client() {
        return client;
    }

    /** The way to the demo on the second node. */
    DemoClient secondClient() {
        return secondClient;
    }

    ConsoleOperator console() {
        return console;
    }

    URI consoleAddress() {
        return URI.create("http://127.0.0.1:" + options.port() + "/idem-admin/");
    }

    /** How to log in for the first time; only one of the first nodes of a system knows. */
    synchronized ConsoleLogin firstLogin() {
        return IntStream.rangeClosed(1, nodesStarted)
                .mapToObj(this::log)
                .flatMap(log -> new PayaraLog(log).firstLogin().stream())
                .findFirst()
                .orElseThrow(() ->
                        new DemoFailed("The console did not say how to log in: see the logs in " + options.work()));
    }

    void checkPrerequisites() {
        Ports.requireFree(options.port(), "demo.port");
        if (options.hasSecondNode()) {
            Ports.requireFree(options.secondPort(), "demo.second.port");
        }
        if (options.brokerPort() != DemoOptions.ANY_PORT) {
            Ports.requireFree(options.brokerPort(), "demo.broker.port");
        }
        Stream.of(deployments.files().stream(), Stream.of(payara()), new ChosenBroker(options).files())
                .flatMap(each -> each)
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
        broker = new ChosenBroker(options).start();
        noteBroker();
    }

    /** Starts all nodes at once, and waits until demo and console answer in each. */
    void startNodes() {
        List<PayaraNode> nodes = new ArrayList<>(List.of(launchFirst()));
        if (options.hasSecondNode()) {
            nodes.add(launchSecond());
        }
        nodes.forEach(PayaraNode::awaitReady);
    }

    void startNode() {
        launchFirst().awaitReady();
    }

    void startSecondNode() {
        launchSecond().awaitReady();
    }

    private PayaraNode launchFirst() {
        return launch(options.port(), this::isDeployed);
    }

    private PayaraNode launchSecond() {
        return launch(options.secondPort(), secondClient::isDeployed);
    }

    /** Starts again what has ended, as if somebody cared. */
    void revive() {
        if (hasEnded(options.port())) {
            letBrokerGoOn();
            startNode();
        }
        if (hasEnded(options.secondPort())) {
            letBrokerGoOn();
            startSecondNode();
        }
    }

    /** A node that has stopped it may have died meanwhile. */
    private void letBrokerGoOn() {
        ProcessHandle process = broker().process();
        if (process.isAlive()) {
            Signals.goOn(process.pid());
        }
    }

    private synchronized boolean hasEnded(int port) {
        PayaraNode node = nodesByPort.get(port);
        return !closed && node != null && !node.process().isAlive();
    }

    private synchronized PayaraNode launch(int port, BooleanSupplier deployed) {
        requireOpen();
        nodesStarted++;
        Path log = log(nodesStarted);
        Path files = folder.resolve("payara-" + nodesStarted);
        Process process = new PayaraCommand(payara(), deployments, files, port, broker().bootCommands())
                .start(systemProperties(port), log);
        PayaraNode started = new PayaraNode(process, new PayaraLog(log), deployed);
        nodesByPort.put(port, started);
        takeAlong(started);
        return started;
    }

    private Path log(int number) {
        return options.work().resolve("payara-" + number + ".log");
    }

    private void takeAlong(PayaraNode node) {
        try {
            broker().takeAlong(node.process().toHandle());
        } catch (UncheckedIOException e) {
            throw new DemoFailed(
                    "The broker has ended: see its logs in " + options.work().resolve("broker"), e);
        }
    }

    private boolean isDeployed() {
        return client.isDeployed() && (deployments.console().isEmpty() || console.isDeployed());
    }

    /** Ends the broker as {@code kill -9} does, and starts it again on its journal. */
    synchronized void restartBroker() {
        broker().restart();
        noteBroker();
        nodesByPort.values().forEach(this::takeAlong);
    }

    /** So that the demo can stop the broker's process. */
    private void noteBroker() {
        try {
            Files.writeString(pidFile(), Long.toString(broker().process().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile() {
        return folder.resolve("broker.pid");
    }

    /** Waits until the fault of a service has struck so often. */
    void awaitFault(String service, int times) {
        Awaitility.await("a fault of " + service)
                .atMost(Duration.ofSeconds(60))
                .until(() -> client.get("/faults/" + service).body().contains("\"struck\":" + times));
    }

    /** Whether the broker tells how many messages wait. */
    boolean canCountMessages() {
        return options.broker() == BrokerKind.ARTEMIS;
    }

    /** Waits until the coupon service has seen every message that the broker has, if it tells. */
    void awaitQuiet() {
        if (!canCountMessages()) {
            return;
        }
        ArtemisClient messages = new ArtemisClient(broker().port());
        Awaitility.await("an empty queue")
                .atMost(Duration.ofSeconds(60))
                .until(() -> messages.pending(Purchase.MESSAGES) == 0);
    }

    private Map<String, String> systemProperties(int port) {
        Map<String, String> properties = new HashMap<>(settings().systemProperties());
        properties.put("idem.datasource", "java:global/jdbc/idem");
        properties.put("idem.outbox.lease", "PT5S");
        properties.put("demo.node", "127.0.0.1:" + port);
        properties.put("demo.broker", options.broker().lowerCaseName());
        properties.put("demo.broker.pid-file", pidFile().toString());
        properties.putAll(broker().systemProperties());
        properties.putAll(extraProperties);
        return properties;
    }

    synchronized DatabaseSettings settings() {
        if (database == null) {
            throw new IllegalStateException("The database is not started");
        }
        return database.settings();
    }

    synchronized DemoBroker broker() {
        if (broker == null) {
            throw new IllegalStateException("The broker is not started");
        }
        return broker;
    }

    PayaraNode node() {
        return node(options.port());
    }

    PayaraNode secondNode() {
        return node(options.secondPort());
    }

    private synchronized PayaraNode node(int port) {
        PayaraNode node = nodesByPort.get(port);
        if (node == null) {
            throw new IllegalStateException("No node is started at port " + port);
        }
        return node;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<Runnable> steps = new ArrayList<>();
        nodesByPort.values().forEach(node -> steps.add(node::stop));
        Optional.ofNullable(broker).ifPresent(started -> steps.add(started::close));
        Optional.ofNullable(database).ifPresent(started -> steps.add(started::close));
        steps.add(() -> Folders.delete(folder));
        takeAll(steps.iterator());
    }

    /** Each of them, whatever becomes of those before. */
    private static void takeAll(Iterator<Runnable> steps) {
        if (steps.hasNext()) {
            try {
                steps.next().run();
            } finally {
                takeAll(steps);
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new DemoFailed("The demo is being stopped.");
        }
    }

    private Path payara() {
        return options.target().resolve("payara").resolve("payara-micro.jar");
    }
}
