package dev.idem.scenario;

import static java.util.stream.Collectors.joining;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.idem.IdempotentOperation;
import dev.idem.testing.Library;
import dev.idem.testing.TestDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A small application as a user writes one: compiled against the platform and Idem's jar, and nothing else that this
 * build knows.
 */
final class SampleShop {

    private static final Path FOLDER = Path.of("src", "test", "sample");

    private SampleShop() {}

    /** Its sources as one text. */
    static String sources() {
        return files().map(SampleShop::read).collect(joining("\n"));
    }

    /** Without Idem and without the database's driver. */
    static WebArchive plain() {
        return ShrinkWrap.create(WebArchive.class, "shop.war")
                .addAsLibrary(ShrinkWrap.create(ExplodedImporter.class, "shop.jar")
                        .importDirectory(compiled().toFile())
                        .as(JavaArchive.class))
                .addAsResource(FOLDER.resolve("persistence.xml").toFile(), "META-INF/persistence.xml")
                .addAsResource(new StringAsset("idem.application=shop"), "META-INF/microprofile-config.properties")
                .addAsWebInfResource("scenario/beans.xml", "beans.xml");
    }

    /** As it is deployed. */
    static WebArchive on(TestDatabase database) {
        return withIdem()
                .addAsLibraries(ScenarioWar.jarsOf(PGSimpleDataSource.class, Caffeine.class))
                .setWebXML(new StringAsset(ScenarioWar.webXml(database)));
    }

    /** With Idem's jar and what that needs beside it. */
    static WebArchive withIdem() {
        return plain().addAsLibrary(Library.jar()).addAsLibraries(Library.dependencies());
    }

    private static Path compiled() {
        Path classes = Path.of("target", "sample", "classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter report = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            Files.createDirectories(classes);
            boolean done = compiler.getTask(
                            report,
                            files,
                            null,
                            options(classes),
                            null,
                            files.getJavaFileObjectsFromPaths(files().toList()))
                    .call();
            if (!done) {
                throw new IllegalStateException("the sample does not compile:\n" + report);
            }
            return classes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The class path is these two jars: Jakarta EE, and Idem. */
    private static List<String> options(Path classes) {
        String path = Stream.of(ScenarioWar.jarsOf(ApplicationScoped.class, IdempotentOperation.class))
                .map(File::getPath)
                .collect(joining(File.pathSeparator));
        return List.of("-d", classes.toString(), "-cp", path, "--release", "17", "-parameters", "-proc:none");
    }

    private static Stream<Path> files() {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
