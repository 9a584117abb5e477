package dev.idem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A Payara Micro process on 127.0.0.1, with its log. Unlike Arquillian's, it goes on when a deployment fails, as it does
 * for users. Closing it ends the process.
 */
public final class PayaraMicro implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Pattern BOOTED = Pattern.compile("Payara Micro .* ready in \\d+");

    private final Process process;
    private final Path log;
    private final int port;

    private PayaraMicro(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts one and waits until it has tried to deploy all of these. */
    public static PayaraMicro with(WebArchive... wars) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "payara-" + UUID.randomUUID())
                .toAbsolutePath();
        try {
            Files.createDirectories(folder.resolve("tmp"));
            int port = freePort();
            Path log = folder.resolve("server.log");
            Process process = new ProcessBuilder(command(folder, port, wars))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new PayaraMicro(process, log, port).started();
        } catch (IOException failure) {
            throw new UncheckedIOException("Payara Micro cannot be started", failure);
        }
    }

    private static List<String> command(Path folder, int port, WebArchive... wars) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
        String coverage = System.getProperty("idem.coverage", "");
        if (!coverage.isBlank()) {
            command.add(coverage.replace("\"", ""));
        }
        command.addAll(List.of("-jar", "target/payara/payara-micro.jar", "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--rootDir", folder.resolve("root").toString()));
        command.addAll(List.of("--prebootcommandfile", "src/test/resources/payara-preboot.asadmin"));
        command.addAll(List.of("--port", Integer.toString(port)));
        command.addAll(
                List.of("--postbootcommandfile", deployments(folder, wars).toString()));
        return command;
    }

    /** Commands, not {@code --deploy}: there, an application that fails to start takes the following with it. */
    private static Path deployments(Path folder, WebArchive... wars) throws IOException {
        List<String> commands = new ArrayList<>();
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

    private PayaraMicro started() {
        try {
            Awaitility.await()
                    .atMost(LONGEST_START)
                    .until(() -> !process.isAlive() || BOOTED.matcher(log()).find());
            if (!process.isAlive()) {
                throw new IllegalStateException("Payara Micro ended during its start, see " + log);
            }
            return this;
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** An address, such as {@code shop/api/orders}. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/" + path);
    }

    /** What it has written so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
