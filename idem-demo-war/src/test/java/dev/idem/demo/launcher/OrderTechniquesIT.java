package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The HTTP contract of what happens to orders: one-time token, state machine, business judgement. */
@ExtendWith(OneDemo.class)
class OrderTechniquesIT {

    private static final int STORM = 20;
    private static final String TOKEN = "Idempotency-Token";

    private final DemoClient client;
    private final String id = UUID.randomUUID().toString();
    private final Purchase purchase;

    OrderTechniquesIT(DemoSystem system) {
        this.client = system.client();
        this.purchase = new Purchase(client, id);
    }

    @Test
    @DisplayName("20 clicks on one form at once: one order, whose number all get (scenario 101)")
    void formIsOneOrderPerToken() {
        String token = token();

        List<Answer> answers = client.postAtOnce(STORM, "/orders/form", form(10), TOKEN, token);

        Answers.assertAllEqual(answers, 201);
        assertThat(answers.stream().filter(Answer::replayed)).hasSize(STORM - 1);
        assertThat(answers.get(0).body()).contains("\"orderId\":\"", "\"status\":\"PENDING_PAYMENT\"");
        assertThat(purchase.effects()).isEqualTo(Effects.ORDERED_ONCE);
        assertThat(client.post("/orders/form", form(10), TOKEN, "\"" + token + "\"")
                        .body())
                .isEqualTo(answers.get(0).body());
        assertThat(client.post("/orders/form", form(11), TOKEN, token).isProblem(422))
                .isTrue();
    }

    @Test
    void formWithoutAGoodTokenIsAProblem() {
        String other = token();

        assertThat(client.post("/orders/form", form(10)).isProblem(400)).isTrue();
        assertThat(client.post("/orders/form", form(10), TOKEN, "AAAAAAAAAAAAAAAAAAAAAA")
                        .isProblem(400))
                .isTrue();
        assertThat(client.post("/orders/form", "{\"userId\":\"u\"}", TOKEN, other)
                        .isProblem(400))
                .isTrue();
        assertThat(purchase.effects()).isEqualTo(new Effects(0, 0, 0));
        assertThat(client.post("/orders/form", form(10), TOKEN, other).status()).isEqualTo(201);
    }

    @Test
    void orderIsShippedOnceAndOnlyIfItIsPaid() {
        String shipments = "/orders/" + id + "/shipments";
        assertThat(client.post(shipments, "").isProblem(404)).isTrue();
        purchase.submit("10");
        assertThat(client.post(shipments, "").isProblem(409)).isTrue();
        purchase.callBack("10");

        List<Answer> answers = client.postAtOnce(STORM, shipments, "");

        Answers.assertAllEqual(answers, 200);
        assertThat(answers.get(0).body())
                .isEqualTo("{\"before\":\"PAID\",\"orderId\":\"" + id + "\",\"status\":\"SHIPPED\"}");
        assertThat(purchase.status()).isEqualTo("SHIPPED");
        assertThat(purchase.callBack("10").status()).isEqualTo(200);
        assertThat(purchase.status()).isEqualTo("SHIPPED");
        assertThat(purchase.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);
    }

    @Test
    void anotherPaymentForAPaidOrderIsAProblem() {
        purchase.submit("10");
        purchase.callBack("10");

        String second = purchase.callback("10").replace("serial-", "another-");

        assertThat(client.post(Purchase.CALLBACKS, second).isProblem(409)).isTrue();
    }

    @Test
    void couponThatIsThereIsNotGrantedAgain() {
        String goodwill = "/orders/" + id + "/goodwill";
        purchase.submit("10");

        Answers.assertAllEqual(client.postAtOnce(STORM, goodwill, "{\"caseId\":\"one-" + id + "\"}"), 200);
        assertThat(client.post(goodwill, "{\"caseId\":\"two-" + id + "\"}").body())
                .isEqualTo("{\"coupons\":1,\"orderId\":\"" + id + "\"}");

        assertThat(purchase.effects()).isEqualTo(new Effects(1, 0, 1));
    }

    @Test
    void paidOrderAndItsCouponHaveTheShapesOfTheContract() {
        purchase.submit("10");
        purchase.callBack("10");
        assertThat(purchase.effects(Effects.PAID_ONCE)).isEqualTo(Effects.PAID_ONCE);

        assertThat(client.get("/orders/" + id).body())
                .isEqualTo("{\"amount\":10.00,\"coupons\":1,\"orderId\":\"" + id
                        + "\",\"status\":\"PAID\",\"userId\":\"" + purchase.userId() + "\"}");
        assertThat(client.get("/users/" + purchase.userId() + "/coupons").body())
                .matches("\\[\\{\"couponId\":\"[^\"]+\",\"orderId\":\"" + id + "\"}]");
    }

    private String token() {
        Answer answer = client.post("/tokens", "");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).matches("\\{\"token\":\"[^\"]+\"}");
        return answer.body().split("\"", -1)[3];
    }

    private String form(int amount) {
        return "{\"userId\":\"" + purchase.userId() + "\",\"amount\":" + amount + "}";
    }
}
