package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The HTTP contract of the services that show one technique each. */
@ExtendWith(OneDemo.class)
class TechniquesIT {

    private static final int STORM = 20;
    private static final String TOKEN = "Idempotency-Token";

    private final DemoSystem system;
    private final DemoClient client;
    private final String id = UUID.randomUUID().toString();
    private final Purchase purchase;

    TechniquesIT(DemoSystem system) {
        this.system = system;
        this.client = system.client();
        this.purchase = new Purchase(client, id);
    }

    @Test
    @DisplayName("20 clicks on one form at once: one order, whose number all get (scenario 101)")
    void formIsOneOrderPerToken() {
        String token = token();

        List<Answer> answers = client.postAtOnce(STORM, "/orders/form", form(10), TOKEN, token);

        assertAllEqual(answers, 201);
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
    void transferIsBookedOnceHoweverOftenItComes() {
        String transfer = transfer("t-" + id, "25.50");

        assertAllEqual(client.postAtOnce(STORM, "/transfers", transfer), 200);
        Answer late = client.post("/transfers", transfer);

        assertThat(late.body()).isEqualTo(account("25.50", 1));
        assertThat(client.get("/accounts/" + id).body()).isEqualTo(account("25.50", 1));
        assertThat(client.post("/transfers", transfer("t-" + id, "25.51")).isProblem(422))
                .isTrue();
        assertThat(client.get("/accounts/" + id).body()).isEqualTo(account("25.50", 1));
    }

    @Test
    void differentTransfersToANewAccountAllCount() {
        List<CompletableFuture<Answer>> sent = IntStream.range(0, STORM)
                .mapToObj(i -> client.posted("/transfers", transfer(id + i, "1")))
                .toList();

        assertThat(sent.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(client.get("/accounts/" + id).body()).isEqualTo(account("20.00", STORM));
    }

    @Test
    void debitIsTakenOnceAndNeverMoreThanThereIs() {
        client.post("/transfers", transfer("t-" + id, "100"));

        assertAllEqual(client.postAtOnce(STORM, debits(), debit("d-1", 30)), 200);
        assertThat(client.post(debits(), debit("d-1", 30)).body()).isEqualTo(account("70.00", 2));
        CompletableFuture<Answer> one = client.posted(debits(), debit("d-2", 40));
        CompletableFuture<Answer> two = client.posted(debits(), debit("d-3", 40));

        assertThat(List.of(one.join().status(), two.join().status())).containsExactlyInAnyOrder(200, 409);
        assertThat(client.post(debits(), debit("d-4", 40)).isProblem(409)).isTrue();
        assertThat(client.post("/accounts/none-" + id + "/debits", debit("d-5", 1))
                        .isProblem(404))
                .isTrue();
        assertThat(client.get("/accounts/" + id).body()).isEqualTo(account("30.00", 3));
    }

    @Test
    void balanceThatIsSetAgainIsTheSame() {
        assertThat(client.put("/accounts/" + id + "/balance", "{\"balance\":5}").body())
                .isEqualTo(account("5.00", 0));
        assertThat(client.put("/accounts/" + id + "/balance", "{\"balance\":5}").body())
                .isEqualTo(account("5.00", 0));
        assertThat(client.get("/accounts/" + id).body()).isEqualTo(account("5.00", 0));
    }

    @Test
    void stockIsDeductedOnceByWhoHasSeenTheLatestChange() {
        assertThat(client.get("/inventory/" + id).body()).isEqualTo(stock(100, 0));

        assertAllEqual(client.postAtOnce(STORM, deductions(), deduction("d-1", 3, 0)), 200);
        assertThat(client.get("/inventory/" + id).body()).isEqualTo(stock(97, 1));
        assertThat(client.post(deductions(), deduction("d-2", 3, 0)).isProblem(409))
                .isTrue();
        assertThat(client.post(deductions(), deduction("d-2", 3, 1)).body()).isEqualTo(stock(94, 2));

        assertThat(client.post(deductions(), deduction("d-1", 3, 2)).body()).isEqualTo(stock(97, 1));
        assertThat(client.post(deductions(), deduction("d-1", 4, 0)).isProblem(422))
                .isTrue();
        assertThat(client.post(deductions(), deduction("d-3", 95, 2)).isProblem(409))
                .isTrue();
        assertThat(client.get("/inventory/" + id).body()).isEqualTo(stock(94, 2));
    }

    @Test
    void firstDeductionsOfAnArticleAtOnceAreOne() {
        List<CompletableFuture<Answer>> sent = IntStream.range(0, STORM)
                .mapToObj(i -> client.posted(deductions(), deduction("d-" + i, 1, 0)))
                .toList();

        List<Integer> statuses =
                sent.stream().map(each -> each.join().status()).sorted().toList();
        assertThat(statuses).startsWith(200, 409).endsWith(409).doesNotContain(0, 500, 503);
        assertThat(client.get("/inventory/" + id).body()).isEqualTo(stock(99, 1));
    }

    @Test
    void orderIsShippedOnceAndOnlyIfItIsPaid() {
        String shipments = "/orders/" + id + "/shipments";
        assertThat(client.post(shipments, "").isProblem(404)).isTrue();
        purchase.submit("10");
        assertThat(client.post(shipments, "").isProblem(409)).isTrue();
        purchase.callBack("10");

        List<Answer> answers = client.postAtOnce(STORM, shipments, "");

        assertAllEqual(answers, 200);
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
    @DisplayName("a failure takes the record along, the next delivery adds the points, once (scenario 36)")
    void pointsAreAddedOnceThoughTheFirstAttemptFails() {
        String event = "{\"eventId\":\"" + id + "\",\"userId\":\"" + id + "\",\"points\":5}";
        client.order("points", "{\"mode\":\"fail\",\"times\":1}");

        assertThat(client.post("/points", event).isProblem(500)).isTrue();
        assertThat(client.get("/points/" + id).body()).isEqualTo("{\"points\":0,\"userId\":\"" + id + "\"}");
        assertAllEqual(client.postAtOnce(STORM, "/points", event), 200);

        assertThat(client.get("/points/" + id).body()).isEqualTo("{\"points\":5,\"userId\":\"" + id + "\"}");
    }

    @Test
    @DisplayName("a day is closed by one of 20 at once; who comes meanwhile is told so at once (scenario 12)")
    void dayIsClosedByOne() {
        String closing = "{\"day\":\"" + id + "\"}";

        List<Answer> answers = client.postAtOnce(STORM, "/closings", closing);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status() == 200 || answer.isProblem(409))
                .as(answer.toString())
                .isTrue());
        assertThat(answers).anyMatch(answer -> answer.status() == 200);
        assertThat(client.post("/closings", closing).replayed()).isTrue();
    }

    @Test
    void olderChangeOfACustomerIsIgnored() {
        assertThat(client.get("/customers/" + id).isProblem(404)).isTrue();
        assertThat(change("Ann", 1)).isEqualTo(customer("Ann", 1));
        assertThat(change("Cleo", 3)).isEqualTo(customer("Cleo", 3));
        assertThat(change("Bea", 2)).isEqualTo(customer("Cleo", 3));
        assertThat(change("Ann", 1)).isEqualTo(customer("Ann", 1));
        assertThat(client.get("/customers/" + id).body()).isEqualTo(customer("Cleo", 3));
    }

    @Test
    void couponThatIsThereIsNotGrantedAgain() {
        String goodwill = "/orders/" + id + "/goodwill";
        purchase.submit("10");

        assertAllEqual(client.postAtOnce(STORM, goodwill, "{\"caseId\":\"one-" + id + "\"}"), 200);
        assertThat(client.post(goodwill, "{\"caseId\":\"two-" + id + "\"}").body())
                .isEqualTo("{\"coupons\":1,\"orderId\":\"" + id + "\"}");

        assertThat(purchase.effects()).isEqualTo(new Effects(1, 0, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /transfers            | {"transferId":"x","accountId":"y","amount":0}
                    /transfers            | {"transferId":"x","amount":1}
                    /transfers            | []
                    /accounts/x/debits    | {"debitId":"x","amount":-1}
                    /accounts/x/debits    | {"amount":1}
                    /inventory/x/deductions | {"deductionId":"x","quantity":0,"version":0}
                    /inventory/x/deductions | {"deductionId":"x","quantity":1}
                    /inventory/x/deductions | {"deductionId":"x","quantity":99999999999,"version":0}
                    /inventory/x/deductions | {"deductionId":"x","quantity":1.5,"version":0}
                    /inventory/x/deductions | {"deductionId":"x","quantity":"many","version":0}
                    /inventory/x/deductions | {"deductionId":"x","quantity":1,"version":18446744073709551616}
                    /points               | {"eventId":"x","userId":"y","points":0}
                    /points               | {"eventId":"x","userId":"y","points":4294967297}
                    /closings             | {"day":" "}
                    /orders/x/goodwill    | {}
                    """)
    void badInputIsAProblem(String path, String body) {
        Answer answer = client.post(path, body);

        assertThat(answer.isProblem(400)).as(answer.toString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /accounts/x/balance   | {"balance":-1}
                    /accounts/x/balance   | {}
                    /customers/x          | {"name":"n"}
                    /customers/x          | {"name":"n","version":0}
                    /customers/x          | {"name":"n","version":1.5}
                    /faults/points        | {}
                    /faults/points        | {"mode":"fail","times":0}
                    /faults/points        | {"mode":"fail","times":4294967297}
                    """)
    void badValueIsAProblem(String path, String body) {
        Answer answer = client.put(path, body);

        assertThat(answer.isProblem(400)).as(answer.toString()).isTrue();
    }

    @Test
    void callThatIsNoneIsAProblemThatSaysWhatToDo() {
        Answer otherMethod = client.get("/transfers");
        Answer noJson = client.post("/transfers", transfer("t-" + id, "1"), "Content-Type", "text/plain");

        assertThat(otherMethod.isProblem(405)).as(otherMethod.toString()).isTrue();
        assertThat(otherMethod.body()).contains("Allow");
        assertThat(noJson.isProblem(415)).as(noJson.toString()).isTrue();
        assertThat(noJson.body()).contains("application/json");
        assertThat(client.get("/accounts/" + id).isProblem(404)).isTrue();
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

    @Test
    void namesThatAreTooLongAreProblems() {
        String tooLong = "x".repeat(65);

        assertThat(client.get("/inventory/" + tooLong).isProblem(400)).isTrue();
        assertThat(client.put("/customers/" + tooLong, "{\"name\":\"n\",\"version\":1}")
                        .isProblem(400))
                .isTrue();
        assertThat(client.get("/accounts/" + tooLong).isProblem(404)).isTrue();
        assertThat(system.node().process().isAlive()).isTrue();
    }

    private static void assertAllEqual(List<Answer> answers, int status) {
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(status));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
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

    private String transfer(String transferId, String amount) {
        return "{\"transferId\":\"" + transferId + "\",\"accountId\":\"" + id + "\",\"amount\":" + amount + "}";
    }

    private String account(String balance, int entries) {
        return "{\"accountId\":\"" + id + "\",\"balance\":" + balance + ",\"entries\":" + entries + "}";
    }

    private String debits() {
        return "/accounts/" + id + "/debits";
    }

    private static String debit(String debitId, int amount) {
        return "{\"debitId\":\"" + debitId + "\",\"amount\":" + amount + "}";
    }

    private String deductions() {
        return "/inventory/" + id + "/deductions";
    }

    private static String deduction(String deductionId, int quantity, int version) {
        return "{\"deductionId\":\"" + deductionId + "\",\"quantity\":" + quantity + ",\"version\":" + version + "}";
    }

    private String stock(int stock, int version) {
        return "{\"sku\":\"" + id + "\",\"stock\":" + stock + ",\"version\":" + version + "}";
    }

    private String change(String name, int version) {
        return client.put("/customers/" + id, "{\"name\":\"" + name + "\",\"version\":" + version + "}")
                .body();
    }

    private String customer(String name, int version) {
        return "{\"customerId\":\"" + id + "\",\"name\":\"" + name + "\",\"version\":" + version + "}";
    }
}
