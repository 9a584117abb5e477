package dev.idem.demo.fire;

import dev.idem.demo.launcher.ConsoleOperator;
import dev.idem.demo.launcher.DemoFailed;
import dev.idem.demo.launcher.Deployments;
import dev.idem.demo.launcher.Folders;
import dev.idem.testing.ArtemisBroker;
import dev.idem.testing.ArtemisClient;
import dev.idem.testing.ArtemisRar;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Database, broker and two nodes, with a wire between each node and the database. Closing it leaves logs only. */
final class FireSystem implements AutoCloseable {

    private static final long FOUR_MINUTES = 240_000;

    private final Path work;
    private final Map<String, String> clock;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final FireDatabase database;
    private final ArtemisBroker broker;
    private final List<Wire> wires = new ArrayList<>();
    private final Nodes nodes;
    private final Caller caller = new Caller();

    private FireSystem(Path work, FireOptions options) {
        this.work = work;
        this.clock = options.clock() ? WrongClock.fiveMinutesOff() : Map.of();
        Folders.fresh(work);
        try {
            Path files = Folders.fresh(work.resolve("files"));
            this.database = opened(
                    FireDatabases.start(options.database(), files.resolve("database"), work.resolve("database.log")));
            prepare();
            this.broker =
                    opened(ArtemisBroker.start(work.resolve("broker"), Path.of("target", "broker"), SteadyPort.free()));
            FireWar.write(Path.of("target", "idem-demo.war"), files.resolve("fire.war"));
            this.nodes = opened(new Nodes(List.of(node(1), node(2))));
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** Starts all of it. */
    static FireSystem start(Path work, FireOptions options) {
        FireSystem system = new FireSystem(work, options);
        try {
            system.nodes.start();
            return system;
        } catch (RuntimeException failure) {
            system.close();
            throw failure;
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.add(0, part);
        return part;
    }

    private void prepare() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String script : FireWar.scripts(database.vendor())) {
                statement.execute(script);
            }
        } catch (SQLException failure) {
            throw new DemoFailed("The tables cannot be made", failure);
        }
    }

    /** The console is on the first one. */
    private FireNode node(int number) {
        Wire wire = opened(new Wire(database.port()));
        wires.add(wire);
        Map<String, String> properties = new HashMap<>(database.systemProperties(wire.port(), "node" + number));
        properties.put("idem.datasource", "java:global/jdbc/idem");
        int port = SteadyPort.free();
        Path module = Path.of("").toAbsolutePath();
        Deployments deployments = new Deployments(
                Optional.of(module.resolve(Path.of("artemis-rar", "target", "artemis-rar.rar"))),
                work.resolve("files").resolve("fire.war"),
                number == 1
                        ? Optional.of(module.resolveSibling(Path.of("idem-admin-web", "target", "idem-admin-web.war")))
                        : Optional.empty());
        BooleanSupplier answers =
                () -> answers(port) && (number != 1 || console(port).isDeployed());
        return new FireNode(
                new FireNode.Place(number, port, work, properties, number == 2 ? clock : Map.of()),
                deployments,
                broker,
                answers,
                List.of(ArtemisRar.brokerAt(broker.port())));
    }

    private boolean answers(int port) {
        try {
            return caller.node(port, "GET", "").isPresent();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ConsoleOperator console(int port) {
        return new ConsoleOperator(address(port));
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port + "/idem-admin/");
    }

    /** Somebody who is logged in at the console. */
    FireOperator operator() {
        FireNode first = nodes.all().get(0);
        return new FireOperator(
                address(first.port()),
                console(first.port())
                        .begin(first.firstLog()
                                .firstLogin()
                                .orElseThrow(() -> new DemoFailed("The console did not say how to log in"))),
                database);
    }

    /** Whether a node, as it says itself, has another time than this process. */
    boolean isAClockOff() throws InterruptedException {
        for (FireNode node : nodes.all()) {
            long off = caller.node(node.port(), "GET", "/clock")
                    .map(Long::parseLong)
                    .map(millis -> Math.abs(millis - System.currentTimeMillis()))
                    .orElse(0L);
            if (off > FOUR_MINUTES) {
                return true;
            }
        }
        return false;
    }

    FireDatabase database() {
        return database;
    }

    ArtemisBroker broker() {
        return broker;
    }

    ArtemisClient messages() {
        return new ArtemisClient(broker.port());
    }

    Wire wire(FireNode node) {
        return wires.get(node.number() - 1);
    }

    Nodes nodes() {
        return nodes;
    }

    Caller caller() {
        return caller;
    }

    Path work() {
        return work;
    }

    @Override
    public void close() {
        RuntimeException failure = new DemoFailed("Not everything could be stopped");
        for (AutoCloseable part : opened) {
            try {
                part.close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
        opened.clear();
        Folders.delete(work.resolve("files"));
        Folders.delete(work.resolve("broker").resolve("data"));
        Folders.delete(work.resolve("broker").resolve("tmp"));
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    /** Whether a file of the build is there. */
    static void requireBuilt() {
        if (!Files.exists(Path.of("target", "idem-demo.war"))) {
            throw new DemoFailed("target/idem-demo.war is missing. Build it first: ./mvnw -DskipTests verify");
        }
    }
}
