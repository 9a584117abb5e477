package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Crashes on PostgreSQL, the rows counted in the database itself too. */
class PostgresCrashIT extends CrashContract {

    @Override
    DatabaseKind database() {
        return DatabaseKind.POSTGRES;
    }

    @Override
    void countRows(DemoSystem system, List<Purchase> purchases) {
        super.countRows(system, purchases);
        DatabaseSettings settings = system.settings();
        try (Connection connection =
                DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            assertThat(purchases).allSatisfy(purchase -> {
                assertThat(rows(connection, "demo_payment", purchase)).isEqualTo(1);
                assertThat(rows(connection, "demo_coupon", purchase)).isEqualTo(1);
            });
        } catch (SQLException e) {
            throw new AssertionError("PostgreSQL cannot be asked", e);
        }
    }

    private static int rows(Connection connection, String table, Purchase purchase) throws SQLException {
        String sql = "select count(*) from " + table + " where order_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, purchase.orderId());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
