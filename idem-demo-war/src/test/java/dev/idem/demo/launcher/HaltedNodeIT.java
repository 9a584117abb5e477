package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

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
        Rows rows = new Rows(system.settings());
        assertThat(rows.count("demo_payment", "order_id", purchase.orderId())).isEqualTo(1);
        assertThat(rows.count("demo_coupon", "order_id", purchase.orderId())).isEqualTo(1);
    }
}
