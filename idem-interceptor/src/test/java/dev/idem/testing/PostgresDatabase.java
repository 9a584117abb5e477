package dev.idem.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server on 127.0.0.1. It ends with the JVM. */
public final class PostgresDatabase {

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The server that all tests of this JVM share. */
    public static PostgresDatabase shared() {
        return Shared.SERVER;
    }

    /** An empty database. */
    public TestDatabase emptyDatabase() {
        String name = "idem_" + databases.incrementAndGet();
        inDatabase("postgres").execute("create database " + name);
        return inDatabase(name);
    }

    /** A database with Idem's tables. */
    public TestDatabase newDatabase() {
        return emptyDatabase().migrated();
    }

    private TestDatabase inDatabase(String name) {
        return new TestDatabase(
                "postgresql", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name, "postgres", "postgres");
    }

    private static PostgresDatabase start() {
        try {
            return new PostgresDatabase(EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of(System.getProperty("java.io.tmpdir"), "postgres")
                            .toFile())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "200")
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Shared {
        static final PostgresDatabase SERVER = start();
    }
}
