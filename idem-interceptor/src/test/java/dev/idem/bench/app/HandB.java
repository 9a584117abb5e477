package dev.idem.bench.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Written by hand: INSERT … ON CONFLICT DO NOTHING, then an UPDATE with the result if there is one. */
@Named("hand-written B")
@ApplicationScoped
public class HandB implements Contender {

    private static final String CLAIM = "insert into hand_b (idem_key) values (?) on conflict (idem_key) do nothing";
    private static final String READ = "select result from hand_b where idem_key = ?";
    private static final String KEEP = "update hand_b set result = ? where idem_key = ?";

    @Inject
    Transacted transacted;

    @Inject
    Effects effects;

    @Inject
    Json json;

    @Override
    public void note(Order order) throws Exception {
        transacted.connected(connection -> {
            if (claim(connection, order)) {
                effects.add(connection, order);
            }
            return true;
        });
    }

    @Override
    public Receipt buy(Order order) throws Exception {
        return transacted.connected(connection -> {
            if (!claim(connection, order)) {
                return json.receipt(read(connection, order));
            }
            effects.add(connection, order);
            Receipt receipt = Receipt.of(order);
            keep(connection, order, json.text(receipt));
            return receipt;
        });
    }

    private static boolean claim(Connection connection, Order order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, order.id());
            return statement.executeUpdate() == 1;
        }
    }

    private static String read(Connection connection, Order order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, order.id());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static void keep(Connection connection, Order order, String result) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, result);
            statement.setString(2, order.id());
            statement.executeUpdate();
        }
    }
}
