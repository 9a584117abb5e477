package dev.idem.testing;

import java.nio.file.Path;
import java.util.UUID;

/** H2 databases in the memory of this JVM. */
public final class H2Database {

    private H2Database() {}

    /** An empty database. */
    public static TestDatabase emptyDatabase() {
        return new TestDatabase("h2", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "sa");
    }

    /** A database with Idem's tables. */
    public static TestDatabase newDatabase() {
        return emptyDatabase().migrated();
    }

    /** A database in a file, with Idem's tables, for another JVM to open. */
    public static TestDatabase newFile() {
        return emptyFile().migrated();
    }

    /** An empty database in a file, for another JVM to open; an interrupted thread does not close it. */
    public static TestDatabase emptyFile() {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "h2-" + UUID.randomUUID(), "idem")
                .toAbsolutePath();
        return new TestDatabase("h2", "jdbc:h2:retry:" + file + ";WRITE_DELAY=0", "sa", "sa");
    }
}
