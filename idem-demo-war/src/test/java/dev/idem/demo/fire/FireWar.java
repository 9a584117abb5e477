package dev.idem.demo.fire;

import dev.idem.demo.fire.app.Fire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Builds the application that is set on fire: its own classes, with the libraries of the demo. */
final class FireWar {

    private FireWar() {}

    /**
     * Writes it.
     *
     * @param demo the demo's WAR
     * @param war where to
     */
    static void write(Path demo, Path war) {
        try (OutputStream file = Files.newOutputStream(war);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setLevel(1);
            copyLibraries(demo, out);
            for (Path type : classes()) {
                put(out, "WEB-INF/classes/dev/idem/demo/fire/app/" + type.getFileName(), Files.readAllBytes(type));
            }
            put(out, "WEB-INF/web.xml", resource("web.xml"));
            put(out, "WEB-INF/beans.xml", resource("beans.xml"));
            put(out, "WEB-INF/classes/META-INF/microprofile-config.properties", resource("config.properties"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copyLibraries(Path demo, ZipOutputStream out) throws IOException {
        try (InputStream file = Files.newInputStream(demo);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().startsWith("WEB-INF/lib/") && !entry.isDirectory()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
        }
    }

    private static List<Path> classes() throws IOException {
        try {
            Path root = Path.of(Fire.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.list(root.resolve("dev/idem/demo/fire/app"))) {
                return files.toList();
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = FireWar.class.getResourceAsStream("/fire/" + name)) {
            if (in == null) {
                throw new IOException("there is no /fire/" + name);
            }
            return in.readAllBytes();
        }
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
    }

    /** The SQL of a vendor, of Idem and of the application. */
    static List<String> scripts(String vendor) {
        try (InputStream in = Fire.class.getResourceAsStream("/dev/idem/db/" + vendor + "/V1__idem.sql")) {
            if (in == null) {
                throw new IOException("there is no script for " + vendor);
            }
            return List.of(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    "create table fire_effect (id varchar(36) primary key, operation varchar(50) not null,"
                            + " scope varchar(100) not null, idem_key varchar(255) not null, answer varchar(400) not null)",
                    "create table fire_heal (idem_key varchar(255) primary key)");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
