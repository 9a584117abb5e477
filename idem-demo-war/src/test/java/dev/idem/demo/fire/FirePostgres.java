package dev.idem.demo.fire;

import dev.idem.demo.launcher.DemoFailed;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * PostgreSQL 18.
 *
 * @param server the server as it was first started
 * @param folder its files
 * @param log what it says once it was started again
 */
record FirePostgres(EmbeddedPostgres server, Path folder, Path log) implements FireDatabase {

    private static final String NODES = " from pg_stat_activity where application_name like 'node%'";

    static FirePostgres start(Path folder, Path log) {
        try {
            return new FirePostgres(
                    EmbeddedPostgres.builder()
                            .setOverrideWorkingDirectory(
                                    folder.resolve("binaries").toFile())
                            .setDataDirectory(folder.resolve("data"))
                            .setCleanDataDirectory(true)
                            .setPort(SteadyPort.free())
                            .setServerConfig("max_connections", "200")
                            // else a crash loses what was committed
                            .setServerConfig("synchronous_commit", "on")
                            .start(),
                    folder,
                    log);
        } catch (IOException failure) {
            throw new DemoFailed("PostgreSQL did not start: " + failure.getMessage(), failure);
        }
    }

    @Override
    public String vendor() {
        return "postgresql";
    }

    @Override
    public int port() {
        return server.getPort();
    }

    /** Each statement is sent as text, each time, so that it is seen on its way. */
    @Override
    public Map<String, String> systemProperties(int port, String who) {
        return Map.of(
                "demo.db.class", "org.postgresql.ds.PGSimpleDataSource",
                "demo.db.url", url(port, who) + "&prepareThreshold=0&connectTimeout=5&socketTimeout=30",
                "demo.db.user", "postgres",
                "demo.db.password", "postgres",
                "fire.far.driver", "org.postgresql.Driver",
                "fire.far.url", url(port(), "far-" + who) + "&connectTimeout=5&socketTimeout=30");
    }

    private static String url(int port, String who) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable&ApplicationName=" + who;
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(port(), "harness"), "postgres", "postgres");
    }

    @Override
    public int endSessions() throws SQLException {
        return number("select count(pg_terminate_backend(pid))" + NODES);
    }

    @Override
    public void stop(boolean inGoodOrder) {
        control("stop", "-m", inGoodOrder ? "fast" : "immediate", "-w");
    }

    @Override
    public void start() {
        control(
                "start",
                "-o",
                "-p " + port() + " -F -c max_connections=200 -c listen_addresses=127.0.0.1",
                "-l",
                log.toString(),
                "-w");
    }

    private void control(String... words) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(
                List.of(program().toString(), "-D", folder.resolve("data").toString()));
        command.addAll(List.of(words));
        Processes.run(command, folder.resolve("control.log"));
    }

    private Path program() {
        try (Stream<Path> files = Files.walk(folder.resolve("binaries"))) {
            return files.filter(file -> file.endsWith("pg_ctl"))
                    .findFirst()
                    .orElseThrow(() -> new DemoFailed("There is no pg_ctl in " + folder));
        } catch (IOException failure) {
            throw new DemoFailed("pg_ctl cannot be found", failure);
        }
    }

    @Override
    public String whatIsHeld() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select application_name, state, now() - xact_start, query,"
                        + " (select count(*) from pg_locks where pg_locks.pid = pg_stat_activity.pid)" + NODES
                        + " and xact_start < now() - interval '5 seconds'")) {
            StringBuilder held = new StringBuilder();
            while (rows.next()) {
                held.append(rows.getString(1) + " " + rows.getString(2) + " for " + rows.getString(3) + " with "
                        + rows.getInt(5) + " locks: " + rows.getString(4) + "; ");
            }
            return held.toString();
        }
    }

    @Override
    public int connections() throws SQLException {
        return number("select count(*)" + NODES);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new DemoFailed("PostgreSQL did not stop: " + failure.getMessage(), failure);
        }
    }
}
