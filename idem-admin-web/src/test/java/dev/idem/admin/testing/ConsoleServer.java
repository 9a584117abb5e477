package dev.idem.admin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The WAR on a Payara Micro process on 127.0.0.1. Closing it ends the process. */
public final class ConsoleServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Pattern BOOTED = Pattern.compile("Payara Micro .* ready in \\d+");
    private static final Pattern FIRST_PASSWORD =
            Pattern.compile("IDEM-0701 .* log in as (\\S+) with the password (\\S+)");

    private final Process process;
    private final Path log;
    private final int port;

    private ConsoleServer(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param settings system properties such as {@code idem.admin.lock=PT1M}
     */
    public static ConsoleServer on(ConsoleDatabase database, String... settings) {
        return on(database, List.of(), settings);
    }

    /**
     * Starts one.
     *
     * @param commands what it is told before the WAR is deployed
     * @param settings system properties such as {@code idem.admin.lock=PT1M}
     */
    public static ConsoleServer on(ConsoleDatabase database, List<String> commands, String... settings) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "payara-" + UUID.randomUUID())
                .toAbsolutePath();
        try {
            Files.createDirectories(folder.resolve("tmp"));
            int port = freePort();
            Path log = folder.resolve("server.log");
            Process process = new ProcessBuilder(command(folder, port, database, commands, settings))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new ConsoleServer(process, log, port).started();
        } catch (IOException failure) {
            throw new UncheckedIOException("Payara Micro cannot be started", failure);
        }
    }

    private static List<String> command(
            Path folder, int port, ConsoleDatabase database, List<String> commands, String... settings)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
        command.add("-Didem.datasource=jdbc/idem");
        Arrays.stream(settings).forEach(setting -> command.add("-D" + setting));
        String coverage = System.getProperty("idem.coverage", "");
        if (!coverage.isBlank()) {
            command.add(coverage.replace("\"", ""));
        }
        command.addAll(List.of("-jar", "target/payara/payara-micro.jar", "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--rootDir", folder.resolve("root").toString()));
        command.addAll(List.of("--addlibs", "target/payara/postgresql.jar"));
        command.addAll(List.of("--prebootcommandfile", "src/test/resources/payara-preboot.asadmin"));
        command.addAll(List.of("--port", Integer.toString(port)));
        command.addAll(List.of(
                "--postbootcommandfile", deployment(folder, database, commands).toString()));
        return command;
    }

    private static Path deployment(Path folder, ConsoleDatabase database, List<String> more) throws IOException {
        List<String> commands = new ArrayList<>(List.of(database.commands()));
        commands.addAll(more);
        commands.add("deploy " + Path.of("target", "idem-admin-web.war").toAbsolutePath());
        return Files.write(folder.resolve("deployment.asadmin"), commands);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private ConsoleServer started() {
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

    /** An address of the console, such as {@code /ui/poison}. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/idem-admin" + path);
    }

    /** The name the console has in a {@code Host} header. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    /** The first user's name and password, as the log says. */
    public String[] firstUser() {
        Matcher found = FIRST_PASSWORD.matcher(log());
        if (!found.find()) {
            throw new IllegalStateException("no first password in " + log);
        }
        return new String[] {found.group(1), found.group(2)};
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
