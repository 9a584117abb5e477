package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The HTTP contract of stock: optimistic version. */
@ExtendWith(OneDemo.class)
class StockTechniquesIT {

    private static final int STORM = 20;

    private final DemoClient client;
    private final String id = UUID.randomUUID().toString();

    StockTechniquesIT(DemoSystem system) {
        this.client = system.client();
    }

    @Test
    void stockIsDeductedOnceByWhoHasSeenTheLatestChange() {
        assertThat(client.get("/inventory/" + id).body()).isEqualTo(stock(100, 0));

        Answers.assertAllEqual(client.postAtOnce(STORM, deductions(), deduction("d-1", 3, 0)), 200);
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

    private String deductions() {
        return "/inventory/" + id + "/deductions";
    }

    private static String deduction(String deductionId, int quantity, int version) {
        return "{\"deductionId\":\"" + deductionId + "\",\"quantity\":" + quantity + ",\"version\":" + version + "}";
    }

    private String stock(int stock, int version) {
        return "{\"sku\":\"" + id + "\",\"stock\":" + stock + ",\"version\":" + version + "}";
    }
}
