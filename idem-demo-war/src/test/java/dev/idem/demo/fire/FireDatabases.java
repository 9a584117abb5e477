package dev.idem.demo.fire;

import dev.idem.demo.launcher.DemoFailed;
import dev.idem.demo.launcher.Folders;
import java.nio.file.Path;

/** The databases that can be set on fire. */
final class FireDatabases {

    private FireDatabases() {}

    static FireDatabase start(String kind, Path folder) {
        Folders.fresh(folder);
        return switch (kind) {
            case "postgres" -> FirePostgres.start(folder);
            case "mariadb" -> FireMaria.start(folder);
            case "h2" -> FireH2.start(folder);
            default -> throw new DemoFailed("-Dfire.db must be postgres, mariadb or h2, was " + kind);
        };
    }
}
