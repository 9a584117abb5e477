package dev.idem.demo.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL server of our own on a free port of 127.0.0.1. */
record PostgresDatabase(EmbeddedPostgres server) implements DemoDatabase {

    static PostgresDatabase start(Path folder) {
        try {
            return new PostgresDatabase(EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            folder.resolve("postgres-binaries").toFile())
                    .setDataDirectory(folder.resolve("postgres"))
                    .setCleanDataDirectory(true)
                    .setServerConfig("max_connections", "200")
                    .start());
        } catch (IOException e) {
            throw new DemoFailed("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public DatabaseSettings settings() {
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
        return new DatabaseSettings("org.postgresql.ds.PGSimpleDataSource", url, "postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new DemoFailed("PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }
}
