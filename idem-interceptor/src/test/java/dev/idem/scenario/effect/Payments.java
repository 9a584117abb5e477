package dev.idem.scenario.effect;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentOperation;
import dev.idem.KeyType;
import dev.idem.Mode;
import dev.idem.Scope;
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

/** Pays, and is held up before it can say so until a gate opens. */
@ApplicationScoped
public class Payments {

    private static final Logger LOG = System.getLogger(Payments.class.getName());
    private static final long GLANCE_MILLIS = 50;

    @Resource(lookup = "java:app/jdbc/idem")
    DataSource database;

    @IdempotentOperation(
            name = "payments.pay",
            mode = Mode.EXTERNAL_EFFECT,
            scope = Scope.GLOBAL,
            lease = "PT3S",
            waitFor = "PT0S")
    public String pay(@IdempotencyKey String id) {
        execute("insert into effect (name, id) values (?, '" + UUID.randomUUID() + "')", id);
        waitAs(id, id);
        return "paid " + id;
    }

    /** By a one-time token; is held up before its effect. */
    @IdempotentOperation(
            name = "payments.submit",
            key = "token",
            keyType = KeyType.TOKEN,
            mode = Mode.EXTERNAL_EFFECT,
            scope = Scope.GLOBAL,
            lease = "PT3S",
            waitFor = "PT0S")
    public String submit(String token, String id) {
        waitAs("form of " + id, id);
        execute("insert into effect (name, id) values (?, '" + UUID.randomUUID() + "')", "form of " + id);
        return "submitted " + id;
    }

    private void waitAs(String who, String gate) {
        LOG.log(Level.INFO, "waits: " + who);
        while (!opened(gate)) {
            pause();
        }
    }

    private static void pause() {
        try {
            if (new CountDownLatch(1).await(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(end);
        }
    }

    private boolean opened(String gate) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select 1 from gate where name = ?")) {
            query.setString(1, gate);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql, String parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
