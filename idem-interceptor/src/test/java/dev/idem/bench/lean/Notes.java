package dev.idem.bench.lean;

import dev.idem.IdempotentOperation;
import dev.idem.Scope;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The business. Where Idem is not there, a JVM passes over its annotation. */
@ApplicationScoped
public class Notes {

    @Resource(lookup = "java:app/jdbc/idem")
    DataSource database;

    @Transactional
    @IdempotentOperation(name = "lean.note", key = "id", scope = Scope.GLOBAL)
    public void add(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into effect (order_id, item, amount) values (?, 'tea', 1)")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }
}
