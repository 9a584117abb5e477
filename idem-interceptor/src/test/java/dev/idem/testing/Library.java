package dev.idem.testing;

import dev.idem.IdempotentOperation;
import java.io.File;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Objects;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The library as a WAR bundles it. */
public final class Library {

    private static final String NAME = "idem-interceptor.jar";

    private Library() {}

    /** The whole library. */
    public static JavaArchive jar() {
        File classes = codeSource();
        return classes.isDirectory()
                ? ShrinkWrap.create(ExplodedImporter.class, NAME)
                        .importDirectory(classes)
                        .as(JavaArchive.class)
                : ShrinkWrap.create(ZipImporter.class, NAME).importFrom(classes).as(JavaArchive.class);
    }

    /**
     * A part of the library that needs no database.
     *
     * @param packages their classes, without those of sub-packages
     * @param files further paths, such as {@code META-INF/beans.xml}
     */
    public static JavaArchive part(String[] packages, String... files) {
        JavaArchive whole = jar();
        return ShrinkWrap.create(JavaArchive.class, NAME)
                .merge(whole.as(GenericArchive.class), path -> contains(path, packages, files));
    }

    /** What the library needs beside it in {@code WEB-INF/lib}: Hibernate and what Hibernate needs. */
    public static File[] dependencies() {
        File[] jars = new File("target/bundled").listFiles((folder, name) -> name.endsWith(".jar"));
        return Objects.requireNonNull(jars, "target/bundled is missing: run Maven's process-test-classes");
    }

    private static boolean contains(ArchivePath path, String[] packages, String... files) {
        String name = path.get().substring(1);
        int slash = name.lastIndexOf('/');
        String folder = slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
        return (name.endsWith(".class") && Arrays.asList(packages).contains(folder))
                || Arrays.asList(files).contains(name);
    }

    private static File codeSource() {
        try {
            return new File(IdempotentOperation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
