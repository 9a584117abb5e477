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

    /**
     * A server of its own.
     *
     * @param durable whether it waits for the disk at every commit, as PostgreSQL does unless it is told otherwise
     * @param buffers its {@code shared_buffers}, such as 128MB, PostgreSQL's default
     */
    public static PostgresDatabase separate(boolean durable, String buffers) {
        EmbeddedPostgres.Builder builder = builder().setServerConfig("shared_buffers", buffers);
        return start(
                durable ? builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on") : builder);
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

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of(System.getProperty("java.io.tmpdir"), "postgres")
                        .toFile())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "200");
    }

    private static PostgresDatabase start(EmbeddedPostgres.Builder builder) {
        try {
            return new PostgresDatabase(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Shared {
        static final PostgresDatabase SERVER = start(builder());
    }
}
