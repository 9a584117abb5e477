package dev.idem.bench.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The data source's sessions, as PostgreSQL sees them. */
@ApplicationScoped
public class Sessions {

    private static final String IN_TRANSACTION = "select count(*) from pg_stat_activity where datname ="
            + " current_database() and xact_start is not null and pid <> pg_backend_pid()";

    @Resource(lookup = "java:app/jdbc/idem")
    DataSource database;

    int inTransaction() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(IN_TRANSACTION)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Has all of a pool of this size report what they did to the statistics. */
    void flush(int size) throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < size; i++) {
                Connection connection = database.getConnection();
                all.add(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("select pg_stat_force_next_flush()");
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }
}
