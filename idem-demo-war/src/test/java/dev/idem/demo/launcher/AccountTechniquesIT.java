package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The HTTP contract of accounts: unique business key, pessimistic lock, natural idempotence. */
@ExtendWith(OneDemo.class)
class AccountTechniquesIT {

    private static final int STORM = 20;

    private final DemoClient client;
    private final String id = UUID.randomUUID().toString();

    AccountTechniquesIT(DemoSystem system) {
        this.client = system.client();
    }

    @Test
    void transferIsBookedOnceHoweverOftenItComes() {
        String transfer = transfer("t-" + id, "25.50");

        Answers.assertAllEqual(client.postAtOnce(STORM, "/transfers", transfer), 200);
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

        Answers.assertAllEqual(client.postAtOnce(STORM, debits(), debit("d-1", 30)), 200);
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
}
