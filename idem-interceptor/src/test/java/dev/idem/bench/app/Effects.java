package dev.idem.bench.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The business operation: one INSERT. */
@ApplicationScoped
public class Effects {

    private static final String INSERT = "insert into effect (order_id, item, amount) values (?, ?, ?)";

    @Resource(lookup = "java:app/jdbc/idem")
    DataSource database;

    @Inject
    Gates gates;

    /** The operation of somebody who has no connection at hand. */
    void add(Order order) throws SQLException {
        try (Connection connection = database.getConnection()) {
            insert(connection, order);
        }
        after(order);
    }

    /** The operation of somebody who has one. */
    void add(Connection connection, Order order) throws SQLException {
        insert(connection, order);
        after(order);
    }

    private static void insert(Connection connection, Order order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, order.id());
            statement.setString(2, order.item());
            statement.setInt(3, order.amount());
            statement.executeUpdate();
        }
    }

    private void after(Order order) {
        gates.pass(order.id());
        if (order.fails()) {
            throw new Declined();
        }
    }
}
