package dev.idem.demo.fire;

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
 * H2 as a server, so that two nodes can use it; written through at every commit, so that it survives a kill.
 *
 * @param server the server
 * @param port where it listens
 */
record FireH2(ServerProcess server, int port) implements FireDatabase {

    private static final String OTHERS = " from information_schema.sessions where session_id <> session_id()";

    static FireH2 start(Path folder, Path log) {
        int port = SteadyPort.free();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dh2.bindAddress=127.0.0.1",
                "-cp",
                Path.of(org.h2.tools.Server.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString(),
                "org.h2.tools.Server",
                "-tcp",
                "-tcpPort",
                Integer.toString(port),
                "-ifNotExists",
                "-baseDir",
                folder.resolve("data").toString());
        FireH2 database = new FireH2(new ServerProcess(command, log), port);
        database.start();
        return database;
    }

    private static String url(int port) {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/./idem;WRITE_DELAY=0";
    }

    @Override
    public String vendor() {
        return "h2";
    }

    @Override
    public Map<String, String> systemProperties(int wire, String who) {
        return Map.of(
                "demo.db.class", "org.h2.jdbcx.JdbcDataSource",
                "demo.db.url", url(wire),
                "demo.db.user", "sa",
                "demo.db.password", "idem",
                "fire.far.driver", "org.h2.Driver",
                "fire.far.url", url(port));
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(port), "sa", "idem");
    }

    @Override
    public int endSessions() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<Integer> sessions = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select session_id" + OTHERS)) {
                while (rows.next()) {
                    sessions.add(rows.getInt(1));
                }
            }
            for (int session : sessions) {
                statement.execute("call abort_session(" + session + ")");
            }
            return sessions.size();
        }
    }

    @Override
    public void stop(boolean inGoodOrder) {
        server.stop(inGoodOrder);
    }

    @Override
    public void start() {
        server.start(() -> connect().close());
    }

    @Override
    public String whatIsHeld() throws SQLException {
        int locks = number("select count(*) from information_schema.locks where session_id <> session_id()");
        return locks == 0 ? "" : locks + " locks";
    }

    @Override
    public int connections() throws SQLException {
        return number("select count(*)" + OTHERS);
    }

    @Override
    public void close() {
        server.close();
    }
}
