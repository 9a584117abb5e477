package dev.idem.bench.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Written by hand: an advisory lock and the look-up in one statement, one INSERT at the end. */
@Named("hand-written A")
@ApplicationScoped
public class HandA implements Contender {

    private static final String LOOK = "select case when known.idem_key is null"
            + " then pg_try_advisory_xact_lock(hashtextextended(call.key, 0)) else true end, known.idem_key, known.result"
            + " from (values (cast(? as varchar))) as call (key) left join hand_a known on known.idem_key = call.key";

    private static final String KEEP = "insert into hand_a (idem_key, result) values (?, ?)";

    @Inject
    Transacted transacted;

    @Inject
    Effects effects;

    @Inject
    Json json;

    @Override
    public void note(Order order) throws Exception {
        transacted.connected(connection -> {
            if (!look(connection, order).known()) {
                effects.add(connection, order);
                keep(connection, order, null);
            }
            return true;
        });
    }

    @Override
    public Receipt buy(Order order) throws Exception {
        return transacted.connected(connection -> {
            Found found = look(connection, order);
            if (found.result() != null) {
                return json.receipt(found.result());
            }
            effects.add(connection, order);
            Receipt receipt = Receipt.of(order);
            keep(connection, order, json.text(receipt));
            return receipt;
        });
    }

    private static Found look(Connection connection, Order order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.setString(1, order.id());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                if (!rows.getBoolean(1)) {
                    throw new Busy();
                }
                return new Found(rows.getString(2) != null, rows.getString(3));
            }
        }
    }

    private static void keep(Connection connection, Order order, @Nullable String result) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, order.id());
            statement.setString(2, result);
            statement.executeUpdate();
        }
    }

    private record Found(boolean known, @Nullable String result) {}
}
