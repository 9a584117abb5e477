package dev.idem.demo.fire.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The effects, one row each, without a unique key that could hide a double one. */
@ApplicationScoped
public class Effects {

    static final String JNDI_NAME = "java:global/jdbc/idem";

    private static final String INSERT =
            "insert into fire_effect (id, operation, scope, idem_key, answer) values (?, ?, ?, ?, ?)";

    @Resource(lookup = JNDI_NAME)
    DataSource database;

    /** Has an effect that no other has, and returns what tells it from others. */
    String add(String operation, Ask ask) {
        return add(operation, ask, unique(ask));
    }

    /** Has an effect that nobody is told of. */
    void addSilently(String operation, Ask ask) {
        add(operation, ask, silent(operation, ask));
    }

    private String add(String operation, Ask ask, String answer) {
        try (Connection connection = database.getConnection()) {
            insert(connection, operation, ask, answer);
            return answer;
        } catch (SQLException failure) {
            throw new IllegalStateException("the effect could not be written", failure);
        }
    }

    static String unique(Ask ask) {
        return UUID.randomUUID() + "/" + ask.amount();
    }

    /** What stands for the answer of an operation that has none. */
    static String silent(String operation, Ask ask) {
        return operation + "/" + ask.scope() + "/" + ask.key() + "/" + ask.amount();
    }

    static void insert(Connection connection, String operation, Ask ask, String answer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, operation);
            statement.setString(3, ask.scope());
            statement.setString(4, ask.key());
            statement.setString(5, answer);
            statement.executeUpdate();
        }
    }
}
