package dev.idem.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database to connect to.
 *
 * @param vendor the folder of its migrations: postgresql, mariadb or h2
 * @param url its JDBC address
 * @param user whom to connect as
 * @param password that user's password, never empty
 */
public record TestDatabase(String vendor, String url, String user, String password) {

    private static final Path PARTITIONS = Path.of("..", "db", "postgresql", "partitions.sql");

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The same database with something appended to its address. */
    public TestDatabase with(String suffix) {
        return new TestDatabase(vendor, url + suffix, user, password);
    }

    /** Runs statements, separated by semicolons. */
    @SuppressWarnings("StringSplitter") // blank parts are left out
    public void execute(String statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements.split(";\\R")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("could not run statements on " + url, failure);
        }
    }

    /** Applies the migration that the library ships. */
    public TestDatabase migrated() {
        execute(script());
        return this;
    }

    /** Makes {@code idem_record} partitioned, as PostgreSQL's optional script does. */
    public TestDatabase partitioned() {
        try {
            execute(Files.readString(PARTITIONS));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String script() {
        String path = "/dev/idem/db/" + vendor + "/V1__idem.sql";
        try (InputStream script = TestDatabase.class.getResourceAsStream(path)) {
            if (script == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
