package dev.idem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/**
 * A Payara Micro process on 127.0.0.1, with its log. Unlike Arquillian's, it goes on when a deployment fails, as it does
 * for users. Closing it ends the process.
 */
public final class PayaraMicro extends Host {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Path LOOPBACK_ONLY = Path.of("src", "test", "resources", "payara-preboot.asadmin");
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");
    private static final Pattern BOOTED = Pattern.compile("Payara Micro .* ready in \\d+");

    private final int port;

    private PayaraMicro(Process process, Path log, int port) {
        super(process, log);
        this.port = port;
    }

    /** Starts one and waits until it has tried to deploy all of these. */
    public static PayaraMicro with(WebArchive... wars) {
        return new Setup().start(wars);
    }

    /** Settings for one to start: {@code PayaraMicro.setup().broker(broker).start(war)}. */
    public static Setup setup() {
        return new Setup();
    }

    /** What a server is started with. */
    public static final class Setup {

        private final Map<String, String> properties = new TreeMap<>();
        private List<String> jvm = QUICK_START;
        private @Nullable ArtemisBroker broker;

        private Setup() {}

        /** A system property of the server. */
        public Setup property(String name, String value) {
            properties.put(name, value);
            return this;
        }

        /** Options of the server's JVM, instead of those that start it quickly. */
        public Setup jvm(String... options) {
            jvm = List.of(options);
            return this;
        }

        /** Deploys the resource adapter {@code artemis-rar}, connected to this broker, before the WARs. */
        public Setup broker(ArtemisBroker connected) {
            this.broker = connected;
            return this;
        }

        /** Starts the server and waits until it has tried to deploy all of these. */
        public PayaraMicro start(WebArchive... wars) {
            return launch(this, wars);
        }
    }

    private static PayaraMicro launch(Setup setup, WebArchive... wars) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "payara-" + UUID.randomUUID())
                .toAbsolutePath();
        try {
            Files.createDirectories(folder.resolve("tmp"));
            int port = freePort();
            Path log = folder.resolve("server.log");
            Process process = new ProcessBuilder(command(setup, folder, port, wars))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            PayaraMicro server = new PayaraMicro(process, log, port);
            server.awaitStart(BOOTED, LONGEST_START);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("Payara Micro cannot be started", failure);
        }
    }

    private static List<String> command(Setup setup, Path folder, int port, WebArchive... wars) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(setup.jvm);
        command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
        setup.properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        String coverage = System.getProperty("idem.coverage", "");
        if (!coverage.isBlank()) {
            command.add(coverage.replace("\"", ""));
        }
        command.addAll(List.of("-jar", "target/payara/payara-micro.jar", "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--rootDir", folder.resolve("root").toString()));
        command.addAll(List.of("--prebootcommandfile", preboot(setup, folder).toString()));
        command.addAll(List.of("--port", Integer.toString(port)));
        command.addAll(List.of(
                "--postbootcommandfile", deployments(setup, folder, wars).toString()));
        return command;
    }

    private static Path preboot(Setup setup, Path folder) throws IOException {
        List<String> commands = new ArrayList<>(Files.readAllLines(LOOPBACK_ONLY));
        if (setup.broker != null) {
            commands.add(ArtemisRar.brokerAt(setup.broker.port()));
        }
        return Files.write(folder.resolve("preboot.asadmin"), commands);
    }

    /** Commands, not {@code --deploy}: there, an application that fails to start takes the following with it. */
    private static Path deployments(Setup setup, Path folder, WebArchive... wars) throws IOException {
        List<String> commands = new ArrayList<>();
        if (setup.broker != null) {
            commands.add("deploy " + ArtemisRar.file());
        }
        for (WebArchive war : wars) {
            Path file = folder.resolve(war.getName());
            war.as(ZipExporter.class).exportTo(file.toFile());
            commands.add("deploy " + file);
        }
        return Files.write(folder.resolve("deployments.asadmin"), commands);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    protected int port() {
        return port;
    }
}
