package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.ArtemisBroker;
import dev.idem.testing.ArtemisClient;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's HTTP contract on a real Payara Micro. */
@ExtendWith(OneDemo.class)
class DemoIT {

    private static final String SUCCESS = "{\"code\":200,\"msg\":\"success\"}";
    private static final int MOST_MEBIBYTES = 700;

    private final DemoSystem system;
    private final DemoClient client;
    private final Purchase purchase;

    DemoIT(DemoSystem system) {
        this.system = system;
        this.client = system.client();
        this.purchase = new Purchase(client, UUID.randomUUID().toString());
    }

    @Test
    @DisplayName("30 identical orders at once: one body, 29 replayed (scenarios 2, 9, 11, 13)")
    void identicalOrdersAtOnceGetOneBodyAndOneIsNotReplayed() {
        List<Answer> answers = client.submitAtOnce(30, purchase.key(), purchase.order("10"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(new HashSet<>(answers.stream().map(Answer::body).toList())).hasSize(1);
        assertThat(answers.stream().filter(Answer::replayed)).hasSize(29);
        assertThat(answers.get(0).body())
                .isEqualTo("{\"orderId\":\"" + purchase.orderId() + "\",\"status\":\"PENDING_PAYMENT\"}");
        assertThat(purchase.effects()).isEqualTo(Effects.ORDERED_ONCE);
    }

    @Test
    @DisplayName("another payload under the same key: 422, the order is as it was (scenario 45)")
    void anotherPayloadUnderTheSameKeyIsAProblem() {
        client.submit(purchase.key(), purchase.order("10"));

        Answer answer = client.submit(purchase.key(), purchase.order("11"));

        assertThat(answer.isProblem(422)).as(answer.toString()).isTrue();
        assertThat(purchase.shown().getInt("amount")).isEqualTo(10);
    }

    @Test
    @DisplayName("no key, blank key, key of 300 characters: 400, nothing stored (scenarios 7, 8)")
    void missingOrUnusableKeyIsAProblem() {
        assertThat(client.post("/orders", purchase.order("10")).isProblem(400)).isTrue();
        assertThat(client.submit(" ", purchase.order("10")).isProblem(400)).isTrue();
        assertThat(client.submit("x".repeat(300), purchase.order("10")).isProblem(400))
                .isTrue();
        assertThat(purchase.effects()).isEqualTo(new Effects(0, 0, 0));
    }

    @Test
    @DisplayName("50 callbacks at once: 50 successes, one payment, one coupon (scenarios 11, 13, 96)")
    void callbacksAtOnceAllSucceedAndSettleOnce() {
        client.submit(purchase.key(), purchase.order("10.50"));

        List<Answer> answers = client.postAtOnce(50, Purchase.CALLBACKS, purchase.callback("10.5"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(SUCCESS);
        });
        assertThat(purchase.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
        system.awaitQuiet();
        assertThat(purchase.effects()).isEqualTo(Effects.PAID_ONCE);
        assertThat(purchase.status()).isEqualTo("PAID");
        assertThat(purchase.shown().getInt("coupons")).isEqualTo(1);
    }

    @Test
    void callbackForAnUnknownOrderIsAProblemAndCanBeSentAgain() {
        assertThat(client.post(Purchase.CALLBACKS, purchase.callback("10")).isProblem(404))
                .isTrue();
        client.submit(purchase.key(), purchase.order("10"));

        assertThat(client.post(Purchase.CALLBACKS, purchase.callback("10")).status())
                .isEqualTo(200);
        assertThat(purchase.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
    }

    @Test
    void callbackWithAnotherAmountChangesNothing() {
        client.submit(purchase.key(), purchase.order("10"));

        assertThat(client.post(Purchase.CALLBACKS, purchase.callback("1")).isProblem(422))
                .isTrue();
        assertThat(purchase.effects()).isEqualTo(Effects.ORDERED_ONCE);
        assertThat(purchase.status()).isEqualTo("PENDING_PAYMENT");
    }

    @Test
    @DisplayName("a failure before the commit undoes everything, the next callback settles (scenario 36)")
    void failureBeforeTheCommitUndoesEverything() {
        client.submit(purchase.key(), purchase.order("10"));
        client.order("payments", "{\"mode\":\"fail\",\"times\":1}");

        assertThat(client.post(Purchase.CALLBACKS, purchase.callback("10")).isProblem(500))
                .isTrue();
        assertThat(purchase.effects()).isEqualTo(Effects.ORDERED_ONCE);
        assertThat(purchase.status()).isEqualTo("PENDING_PAYMENT");

        assertThat(client.post(Purchase.CALLBACKS, purchase.callback("10")).status())
                .isEqualTo(200);
        assertThat(purchase.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
    }

    @Test
    void couponThatFailedComesWithTheNextDelivery() {
        client.submit(purchase.key(), purchase.order("10"));
        client.order("coupons", "{\"mode\":\"fail\",\"times\":2}");

        assertThat(client.post(Purchase.CALLBACKS, purchase.callback("10")).body())
                .isEqualTo(SUCCESS);

        assertThat(purchase.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
        assertThat(client.get("/faults/coupons").body()).contains("\"struck\":2");
    }

    @Test
    @DisplayName("a coupon that always fails is parked, the queue moves on, no message is lost (scenario 98)")
    void poisonCouponLetsTheQueueMoveOn() {
        Purchase other = new Purchase(client, UUID.randomUUID().toString());
        client.submit(purchase.key(), purchase.order("10"));
        client.submit(other.key(), other.order("10"));
        client.order("coupons", "{\"mode\":\"fail\",\"times\":5}");

        client.post(Purchase.CALLBACKS, purchase.callback("10"));
        system.awaitFault("coupons", 5);
        client.post(Purchase.CALLBACKS, other.callback("10"));

        assertThat(other.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
        system.awaitQuiet();
        assertThat(purchase.effects()).isEqualTo(Effects.PAID_WITHOUT_COUPON);
        assertThat(new ArtemisClient(system.broker().port()).texts(ArtemisBroker.DEAD_LETTERS))
                .isEmpty();
    }

    @Test
    @DisplayName("the producer sends the same event again under another message id: one coupon (scenario 100)")
    void sameEventUnderAnotherMessageIdGrantsNothing() {
        client.submit(purchase.key(), purchase.order("10"));
        client.post(Purchase.CALLBACKS, purchase.callback("10"));
        assertThat(purchase.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);

        ArtemisClient producer = new ArtemisClient(system.broker().port());
        producer.send(Purchase.MESSAGES, purchase.message());
        producer.send(Purchase.MESSAGES, purchase.message());
        system.awaitQuiet();

        assertThat(purchase.effects()).isEqualTo(Effects.PAID_ONCE);
    }

    @Test
    @DisplayName("the broker is killed: callbacks still succeed, the coupon comes when it is back (scenario 119)")
    void callbackSucceedsWithoutBrokerAndTheCouponComesLater() {
        client.submit(purchase.key(), purchase.order("10"));
        system.awaitQuiet();
        system.broker().kill();

        Answer answer = client.post(Purchase.CALLBACKS, purchase.callback("10"));

        assertThat(answer.body()).isEqualTo(SUCCESS);
        assertThat(purchase.effects()).isEqualTo(Effects.PAID_WITHOUT_COUPON);
        system.restartBroker();
        assertThat(purchase.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
        system.awaitQuiet();
        assertThat(purchase.effects()).isEqualTo(Effects.PAID_ONCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"orderId\":\"broken\"",
                "{\"orderId\":\"x\",\"userId\":\"u\"}",
                "{\"orderId\":\"x\",\"userId\":\"u\",\"amount\":-1}",
                "{\"orderId\":\"x\",\"userId\":\"u\",\"amount\":\"much\"}",
                "{\"orderId\":\"\",\"userId\":\"u\",\"amount\":1}"
            })
    void badInputIsAProblem(String body) {
        assertThat(client.submit(purchase.key(), body).isProblem(400)).isTrue();
        assertThat(client.post(Purchase.CALLBACKS, body).isProblem(400)).isTrue();
        assertThat(client.submit(purchase.key(), purchase.order("10")).replayed())
                .isFalse();
    }

    @Test
    void unknownThingsAreProblems() {
        assertThat(client.get("/orders/no-such-order").isProblem(404)).isTrue();
        assertThat(client.get("/no-such-service").isProblem(404)).isTrue();
        assertThat(client.order("no-such-service", "{\"mode\":\"none\"}").isProblem(404))
                .isTrue();
        assertThat(client.order("orders", "{\"mode\":\"explode\"}").isProblem(400))
                .isTrue();
    }

    @Test
    void payaraStaysWithinItsMemory() {
        system.node().residentMebibytes().ifPresent(mib -> {
            TestSystems.progress().say("Payara Micro holds " + mib + " MiB");
            assertThat(mib).isLessThanOrEqualTo(MOST_MEBIBYTES);
        });
    }
}
