package dev.idem.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The resource adapter that the module {@code idem-demo-war/artemis-rar} builds. It is found by its path, not as a
 * dependency, so that this module can be built and tested alone.
 */
public final class ArtemisRar {

    private static final Path FILE = Path.of("..", "idem-demo-war", "artemis-rar", "target", "artemis-rar.rar");

    private ArtemisRar() {}

    static Path file() {
        Path file = FILE.toAbsolutePath().normalize();
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    file + " is missing. Build it first: ./mvnw -pl idem-demo-war/artemis-rar package");
        }
        return file;
    }

    /**
     * The command, before the server boots, that tells the adapter where the broker is.
     *
     * @param port where the broker listens on 127.0.0.1
     */
    public static String brokerAt(int port) {
        return "create-resource-adapter-config --property ConnectionParameters=host\\=127.0.0.1\\;port\\=" + port
                + " artemis-rar";
    }
}
