package dev.idem.scenario.listener;

import dev.idem.CurrentOperation;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
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

/** What listeners do with a text: one effect under its name, and then what its first word says. */
@ApplicationScoped
public class Work {

    private static final Logger LOG = System.getLogger(Work.class.getName());
    private static final long GLANCE_MILLIS = 50;

    @Resource(lookup = "java:app/jdbc/idem")
    DataSource database;

    @Inject
    CurrentOperation current;

    public static String text(Message message) {
        try {
            return message.getBody(String.class);
        } catch (JMSException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void perform(String text) {
        add(text);
        switch (text.split("[ \"]", 2)[0]) {
            case "poison" -> throw new IllegalStateException("never works");
            case "flaky" -> failTwice();
            case "json" -> read(text);
            case "stuck" -> awaitGate(text);
            case "repaired" -> failBeforeGate(text);
            default -> {}
        }
    }

    private void failTwice() {
        if (current.attempt() < 3) {
            throw new IllegalStateException("fails in attempt " + current.attempt());
        }
    }

    private void failBeforeGate(String text) {
        if (count("select count(*) from gate where name = ?", text) == 0) {
            throw new IllegalStateException("not repaired yet");
        }
    }

    /** Throws a JsonbException. */
    private static void read(String text) {
        try (Jsonb jsonb = JsonbBuilder.create()) {
            jsonb.fromJson(text, Event.class);
        } catch (RuntimeException unreadable) {
            throw unreadable;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void awaitGate(String text) {
        LOG.log(Level.INFO, "waits: " + text);
        while (count("select count(*) from gate where name = ?", text) == 0) {
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

    public void add(String name) {
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
