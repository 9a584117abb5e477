package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Real duplicates, on a real broker: Idem grants one coupon, always. The service without Idem, which hears the same, grants
 * more than one: so each of these tests can fail.
 */
abstract class DuplicatesContract {

    private static final int MOST_ATTEMPTS = 5;

    final DemoSystem system;
    private final DemoClient client;

    DuplicatesContract(DemoSystem system) {
        this.system = system;
        this.client = system.client();
    }

    @BeforeEach
    void nodeRuns() {
        system.revive();
    }

    /** What this broker says of a message that a producer has sent again. */
    abstract void assertSaysOfSentAgain(Provoked provoked);

    /** What this broker says of a message whose consumer died. */
    abstract void assertSaysOfDeadConsumer(Provoked provoked);

    @Test
    @DisplayName("a callback gets no answer in time and is sent again: one coupon (scenarios 2, 13)")
    void callbackAfterATimeOutGrantsOneCoupon() {
        Provoked provoked = Provoked.by(client, "upstream-retry").awaitPlainCoupons(client, 2);

        assertThat(provoked.plainCoupons()).as("without Idem").isEqualTo(2);
        Purchase purchase = new Purchase(client, provoked.orderId());
        assertThat(purchase.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
    }

    @Test
    @DisplayName("the broker's answer is lost, the producer sends again: one coupon (scenario 2)")
    void messageSentAgainAfterALostAnswerGrantsOneCoupon() {
        Provoked provoked = Provoked.by(client, "producer-retry").awaitPlainCoupons(client, 2);

        assertOneCouponInsteadOfMany(provoked);
        assertSaysOfSentAgain(provoked);
    }

    @Test
    @DisplayName("the consumer is killed after its commit and before it acknowledges: one coupon (scenarios 2, 27)")
    void messageOfAKilledConsumerGrantsOneCoupon() {
        Provoked provoked = Provoked.by(client, "consumer-killed");
        system.node().awaitEnd();
        system.startNode();

        Provoked after = provoked.awaitPlainCoupons(client, 2);

        assertOneCouponInsteadOfMany(after);
        assertSaysOfDeadConsumer(after);
    }

    @Test
    @DisplayName("the same event under two ids of the broker: one coupon (scenario 100)")
    void sameEventUnderTwoIdsGrantsOneCoupon() {
        Provoked provoked = Provoked.by(client, "two-ids").awaitPlainCoupons(client, 2);

        assertOneCouponInsteadOfMany(provoked);
        assertThat(provoked.messageIds()).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a coupon that always fails is parked after five attempts, the queue moves on (scenario 98)")
    void poisonMessageLetsTheQueueMoveOn() {
        Purchase poison = new Purchase(client, UUID.randomUUID().toString());
        Purchase other = new Purchase(client, UUID.randomUUID().toString());
        poison.submit("10");
        other.submit("10");
        client.order("coupons", "{\"mode\":\"fail\",\"times\":1000}");

        poison.callBack("10");
        system.awaitFault("coupons", MOST_ATTEMPTS);
        Awaitility.await("no attempt after the last")
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(this::attempts, attempts -> attempts == MOST_ATTEMPTS);
        client.order("coupons", "{\"mode\":\"none\"}");
        other.callBack("10");

        assertThat(other.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
        assertThat(poison.effects()).isEqualTo(Effects.PAID_WITHOUT_COUPON);
    }

    private int attempts() {
        try (JsonReader reader =
                Json.createReader(new StringReader(client.get("/faults/coupons").body()))) {
            return reader.readObject().getInt("struck");
        }
    }

    private static void assertOneCouponInsteadOfMany(Provoked provoked) {
        assertThat(provoked.coupons()).as("with Idem: %s", provoked).isEqualTo(1);
        assertThat(provoked.plainCoupons()).as("without Idem").isGreaterThan(1);
    }
}
