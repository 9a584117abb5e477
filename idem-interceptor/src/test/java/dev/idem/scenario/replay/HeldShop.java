package dev.idem.scenario.replay;

import dev.idem.CurrentOperation;
import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.OperationCompleted;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
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
import org.jspecify.annotations.Nullable;

/** An operation that is held up, in its body or after its commit, until a gate opens. */
@ApplicationScoped
public class HeldShop {

    private static final Logger LOG = System.getLogger(HeldShop.class.getName());
    private static final long GLANCE_MILLIS = 50;

    @Resource(lookup = "java:app/jdbc/idem")
    DataSource database;

    @Inject
    CurrentOperation current;

    @SuppressWarnings("ThreadLocalUsage") // one for each application
    private final ThreadLocal<@Nullable String> held = new ThreadLocal<>();

    @IdempotentOperation(name = "held.buy", maxAttempts = 1)
    public String buy(@IdempotencyKey String id, String where) {
        add(id);
        if (where.equals("body")) {
            await(id);
        } else {
            held.set(id);
        }
        return "bought " + id + (current.isReplay() ? " replayed" : "");
    }

    /** After the commit, before the worker writes the outcome down. */
    void completed(@Observes OperationCompleted event) {
        String id = held.get();
        held.remove();
        if (id != null) {
            await(id);
        }
    }

    private void await(String gate) {
        LOG.log(Level.INFO, "waits: " + gate);
        while (count("select count(*) from gate where name = ?", gate) == 0) {
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

    private void add(String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into effect (id, name) values (?, ?)")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, name);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int count(String sql, String parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
