package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Payara Micro that ends between an effect and its commit, on PostgreSQL, in which the rows are counted too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HaltedNodeIT {

    private final DemoSystem system = TestSystems.startWithoutConsole(DatabaseKind.POSTGRES, "halted", Map.of());

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    @DisplayName("payment halted between effect and commit: nothing is there, repeated it is there once (scenario 26)")
    void paymentHaltedBeforeItsCommitIsThereOnceAfterwards() {
        Purchase purchase = submitted("payment");
        halt("payments");
        assertThat(purchase.callBack("10").status()).isZero();
        system.node().awaitEnd();

        system.startNode();

        assertThat(purchase.effects()).isEqualTo(Effects.ORDERED_ONCE);
        assertThat(purchase.callBack("10").status()).isEqualTo(200);
        assertPaidOnce(purchase);
    }

    @Test
    @DisplayName("consumer halted between effect and commit: the message comes again, one coupon (scenarios 23, 27)")
    void consumerHaltedBeforeItsCommitGrantsOneCouponAfterwards() {
        Purchase purchase = submitted("consumer");
        halt("coupons");
        system.client().posted(Purchase.CALLBACKS, purchase.callback("10")).join();
        system.node().awaitEnd();

        system.startNode();

        assertThat(purchase.status()).isEqualTo("PAID");
        assertPaidOnce(purchase);
    }

    private Purchase submitted(String name) {
        Purchase purchase = new Purchase(system.client(), name);
        assertThat(purchase.submit("10").status()).isEqualTo(201);
        return purchase;
    }

    private void halt(String service) {
        system.client().order(service, "{\"mode\":\"halt\",\"times\":1}");
    }

    private void assertPaidOnce(Purchase purchase) {
        assertThat(purchase.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
        system.awaitQuiet();
        assertThat(purchase.effects()).isEqualTo(Effects.PAID_ONCE);
        DatabaseSettings settings = system.settings();
        try (Connection connection =
                DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            assertThat(rows(connection, "demo_payment", purchase)).isEqualTo(1);
            assertThat(rows(connection, "demo_coupon", purchase)).isEqualTo(1);
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
