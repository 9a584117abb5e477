package dev.idem.bench;

import dev.idem.bench.plain.PlainApplication;
import dev.idem.testing.Host;
import dev.idem.testing.Library;
import dev.idem.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The contenders without a server, in a process of their own. Closing it ends the process. */
final class PlainProcess extends Host {

    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final Pattern LISTENS = Pattern.compile(PlainApplication.READY + "(\\d+)");

    private final int port;

    private PlainProcess(Process process, Path log) {
        super(process, log);
        this.port = Integer.parseInt(awaitStart(LISTENS, LONGEST_START).group(1));
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
            return new PlainProcess(process, log);
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

    @Override
    protected int port() {
        return port;
    }
}
