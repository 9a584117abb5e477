package dev.idem.demo.fire;

import dev.idem.demo.launcher.DemoFailed;
import dev.idem.demo.launcher.Folders;
import java.nio.file.Path;

/** The databases that can be set on fire. */
final class FireDatabases {

    private FireDatabases() {}

    /**
     * Starts one.
     *
     * @param kind which
     * @param folder its files
     * @param log what it says
     */
    static FireDatabase start(String kind, Path folder, Path log) {
        Folders.fresh(folder);
        return switch (kind) {
            case "postgres" -> FirePostgres.start(folder, log);
            case "mariadb" -> FireMaria.start(folder, log);
            case "h2" -> FireH2.start(folder, log);
            default -> throw new DemoFailed("-Dfire.db must be postgres, mariadb or h2, was " + kind);
        };
    }
}
