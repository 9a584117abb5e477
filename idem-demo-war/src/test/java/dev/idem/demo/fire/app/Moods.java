package dev.idem.demo.fire.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** What goes wrong in the body of an operation, after its effect and before its commit. */
@ApplicationScoped
public class Moods {

    @Resource(lookup = Effects.JNDI_NAME)
    DataSource database;

    private final Set<String> thrown = ConcurrentHashMap.newKeySet();

    void suffer(Ask ask) {
        switch (ask.mood()) {
            case Ask.SICK -> requireHealed(ask.key());
            case Ask.ERROR -> throwOnce(ask.key());
            default -> {}
        }
    }

    private void requireHealed(String key) {
        if (!healed(key)) {
            throw new IllegalStateException("sick until somebody heals it");
        }
    }

    private boolean healed(String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select 1 from fire_heal where idem_key = ?")) {
            query.setString(1, key);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot be looked up", failure);
        }
    }

    private void throwOnce(String key) {
        if (thrown.add(key)) {
            throw new AssertionError("an Error, as a broken class throws one");
        }
    }
}
