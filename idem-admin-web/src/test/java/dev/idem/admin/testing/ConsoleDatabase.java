package dev.idem.admin.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;

/** A database with Idem's tables on 127.0.0.1, for this JVM and a server's. */
public final class ConsoleDatabase implements AutoCloseable {

    private static final String PASSWORD = "idem";

    private final String vendor;
    private final String url;
    private final String user;
    private final String dataSource;
    private final AutoCloseable server;

    private ConsoleDatabase(String vendor, String url, String user, String dataSource, AutoCloseable server) {
        this.vendor = vendor;
        this.url = url;
        this.user = user;
        this.dataSource = dataSource;
        this.server = server;
    }

    /** H2, in the memory of this JVM. */
    public static ConsoleDatabase h2() {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        try {
            Server server =
                    Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
            String url =
                    "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
            return new ConsoleDatabase("h2", url, "sa", "org.h2.jdbcx.JdbcDataSource", server::stop).migrated();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** PostgreSQL, a process of its own. */
    public static ConsoleDatabase postgres() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of(System.getProperty("java.io.tmpdir"), "postgres")
                            .toFile())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
            return new ConsoleDatabase("postgresql", url, "postgres", "org.postgresql.ds.PGSimpleDataSource", server)
                    .migrated();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ConsoleDatabase migrated() {
        String path = "/dev/idem/db/" + vendor + "/V1__idem.sql";
        try (InputStream script = ConsoleDatabase.class.getResourceAsStream(path)) {
            if (script == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            for (String sql : new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";\\R", -1)) {
                if (!sql.isBlank()) {
                    execute(sql);
                }
            }
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs a statement; returns how many rows it changed. */
    public int execute(String sql, @Nullable Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Runs a statement in a transaction that goes on until what is returned is closed. */
    public AutoCloseable begin(String sql) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            connection.createStatement().execute(sql);
            return connection;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The only value that a query gives. */
    public String value(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new IllegalStateException("no row: " + sql);
            }
            return String.valueOf(rows.getString(1));
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, PASSWORD);
    }

    /** Commands that make it the server's {@code jdbc/idem}. */
    String[] commands() {
        String properties =
                String.join(":", property("URL", url), property("user", user), property("password", PASSWORD));
        return new String[] {
            "create-jdbc-connection-pool --datasourceclassname " + dataSource
                    + " --restype javax.sql.DataSource --isolationlevel read-committed --property " + properties
                    + " idem",
            "create-jdbc-resource --connectionpoolid idem jdbc/idem"
        };
    }

    private static String property(String name, String value) {
        String escaped = value.replace(":", "\\:").replace("=", "\\=").replace(";", "\\;");
        return name + "=" + escaped;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
