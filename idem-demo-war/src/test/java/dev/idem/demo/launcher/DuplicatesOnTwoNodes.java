package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two Payara Micros on one PostgreSQL and one broker: duplicates meet on different nodes, and a node dies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DuplicatesOnTwoNodes {

    private static final String HANG = "{\"mode\":\"hang\",\"times\":1}";
    private static final String NONE = "{\"mode\":\"none\"}";

    final DemoSystem system = TestSystems.start(TestSystems.twoNodes("two-nodes"));
    final DemoClient first = system.client();
    final DemoClient second = system.secondClient();

    @AfterAll
    void stop() {
        system.close();
        Leftovers.assertNone(system.options());
    }

    @BeforeEach
    void bothNodesRun() {
        system.revive();
    }

    @Test
    @DisplayName("the same callback at once on two nodes: both get success, one payment, one coupon (scenarios 13, 99)")
    void callbackOnBothNodesHasOneEffect() {
        Purchase purchase = submitted("both");
        first.order("payments", HANG);
        CompletableFuture<Answer> one = first.posted(Purchase.CALLBACKS, purchase.callback("10"));
        system.awaitFault("payments", 1);

        CompletableFuture<Answer> other = second.posted(Purchase.CALLBACKS, purchase.callback("10"));
        first.order("payments", NONE);

        assertThat(one.join().status()).isEqualTo(200);
        assertThat(other.join().status()).isEqualTo(200);
        assertThat(purchase.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
    }

    @Test
    @DisplayName("the same event heard by two nodes: one coupon; without Idem two (scenarios 99, 100)")
    void eventHeardByBothNodesGrantsOneCoupon() {
        Awaitility.await("an event that both nodes hear")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(() -> new HashSet<>(heardWithOneCoupon().nodes()).size() == 2);
    }

    /** Which nodes hear it is the broker's choice. */
    private Provoked heardWithOneCoupon() {
        Provoked heard = Provoked.by(first, "two-ids").awaitPlainCoupons(second, 2);
        assertThat(heard.coupons()).isEqualTo(1);
        assertThat(heard.plainCoupons()).isGreaterThan(1);
        return heard;
    }

    @Test
    @DisplayName("a node is killed between effect and commit, the callback comes to the other: once (scenarios 26, 99)")
    void callbackOfAKilledNodeIsDoneByTheOther() {
        Purchase purchase = submitted("killed");
        first.order("payments", HANG);
        CompletableFuture<Answer> lost = first.posted(Purchase.CALLBACKS, purchase.callback("10"));
        system.awaitFault("payments", 1);
        system.node().kill();
        assertThat(lost.join().status()).isZero();

        Purchase repeated = new Purchase(second, purchase.orderId());

        assertThat(repeated.callBack("10").status()).isEqualTo(200);
        assertThat(repeated.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
    }

    @Test
    @DisplayName(
            "the node that granted a coupon is killed, the other gets the message again: one coupon (scenarios 2, 99)")
    void messageOfAKilledNodeIsAnsweredByTheOther() {
        Provoked provoked = Provoked.by(first, "consumer-killed");
        DemoClient survivor = survivor();

        Provoked after = provoked.awaitPlainCoupons(survivor, 2);

        assertThat(after.coupons()).isEqualTo(1);
        assertThat(after.plainCoupons()).as("without Idem").isGreaterThan(1);
        assertThat(new HashSet<>(after.nodes())).hasSize(2);
    }

    /** The way to the node that is left, as soon as the other is dead. */
    private DemoClient survivor() {
        Awaitility.await("a dead node").atMost(Duration.ofSeconds(60)).until(() -> Stream.of(
                        system.node(), system.secondNode())
                .anyMatch(node -> !node.process().isAlive()));
        return system.node().process().isAlive() ? first : second;
    }

    private Purchase submitted(String name) {
        Purchase purchase = new Purchase(first, "two-nodes-" + name);
        assertThat(purchase.submit("10").status()).isEqualTo(201);
        return purchase;
    }
}
