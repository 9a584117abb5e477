package dev.idem.scenario.dying;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Effects, and gates that hold whoever waits for them until the test opens them. */
@ApplicationScoped
public class Rows {

    private static final Logger LOG = System.getLogger(Rows.class.getName());
    private static final long GLANCE_MILLIS = 50;

    @Resource(lookup = "java:app/jdbc/idem")
    DataSource database;

    void addEffect(String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into effect (id, name) values (?, ?)")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, name);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void awaitGate(String gate) {
        awaitGate(gate, gate);
    }

    void awaitGate(String gate, String who) {
        LOG.log(Level.INFO, "waits: " + who);
        while (!opened(gate)) {
            try {
                if (new CountDownLatch(1).await(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("nobody counts down");
                }
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(end);
            }
        }
    }

    private boolean opened(String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select 1 from gate where name = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
