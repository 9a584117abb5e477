package dev.idem.bench;

import dev.idem.bench.plain.PlainApplication;
import dev.idem.testing.Host;
import dev.idem.testing.Library;
import dev.idem.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The contenders without a server, in a process of their own. Closing it ends the process. */
final class PlainProcess implements Host {

    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final Pattern LISTENS = Pattern.compile(PlainApplication.READY + "(\\d+)");

    private final Process process;
    private final Path log;
    private String port = "";

    private PlainProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static PlainProcess start(TestDatabase database, JavaArchive contenders, int pool, String... jvm) {
        try {
            Path folder =
                    Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "plain-" + UUID.randomUUID())
                            .toAbsolutePath());
            Path log = folder.resolve("application.log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(jvm));
            command.addAll(List.of("-Djava.io.tmpdir=" + folder, "-classpath", classpath(folder, contenders)));
            command.add(PlainApplication.class.getName());
            command.addAll(List.of(database.url(), database.user(), database.password(), Integer.toString(pool)));
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new PlainProcess(process, log).started();
        } catch (IOException failure) {
            throw new UncheckedIOException("the plain application cannot be started", failure);
        }
    }

    /** The jars of the benchmark, but for what Maven has just compiled: of that the library and the contenders. */
    private static String classpath(Path folder, JavaArchive contenders) {
        JavaArchive whole = ShrinkWrap.create(JavaArchive.class, "bench.jar")
                .merge(contenders)
                .addPackage(PlainApplication.class.getPackage())
                .addAsManifestResource("scenario/beans.xml", "beans.xml");
        return Stream.concat(
                        Stream.of(exported(folder, Library.jar()), exported(folder, whole)),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String exported(Path folder, JavaArchive archive) {
        File file = folder.resolve(archive.getName()).toFile();
        archive.as(ZipExporter.class).exportTo(file);
        return file.getPath();
    }

    private PlainProcess started() {
        try {
            Awaitility.await().atMost(LONGEST_START).until(() -> !process.isAlive() || listens());
            if (!process.isAlive()) {
                throw new IllegalStateException("the plain application ended during its start");
            }
            return this;
        } catch (RuntimeException failure) {
            close();
            throw new IllegalStateException(log(), failure);
        }
    }

    private boolean listens() {
        Matcher said = LISTENS.matcher(log());
        boolean listens = said.find();
        if (listens) {
            port = said.group(1);
        }
        return listens;
    }

    @Override
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/" + path);
    }

    @Override
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
