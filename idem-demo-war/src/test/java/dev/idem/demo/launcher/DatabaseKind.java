package dev.idem.demo.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The databases the demo can start. */
public enum DatabaseKind {
    H2,
    POSTGRES,
    MARIADB;

    static DatabaseKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.lowerCaseName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be h2, postgres or mariadb"));
    }

    String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }

    DemoDatabase start(Path folder) {
        return switch (this) {
            case H2 -> new H2Database(folder);
            case POSTGRES -> PostgresDatabase.start(folder);
            case MARIADB -> MariaDatabase.start(folder);
        };
    }
}
