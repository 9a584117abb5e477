package dev.idem.testing;

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
}
