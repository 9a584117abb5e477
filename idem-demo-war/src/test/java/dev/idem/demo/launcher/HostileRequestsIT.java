package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo under requests that somebody makes up. {@code -Didem.fuzz.seed=} sends those of an earlier run again. */
@ExtendWith(OneDemo.class)
class HostileRequestsIT {

    private static final int MOST = 3_000;
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private final DemoClient client;

    HostileRequestsIT(DemoSystem system) {
        this.client = system.client();
    }

    @Test
    void everyRequestIsAnsweredOrRefusedAsAProblem() {
        long seed = Long.getLong("idem.fuzz.seed", new Random().nextLong());
        Random random = new Random(seed);
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 1; i <= MOST && System.nanoTime() - start < LONGEST.toNanos(); i++) {
            HostileRequest request = HostileRequest.next(random);
            Answer answer = client.send(request);
            statuses.merge(answer.status(), 1, Integer::sum);
            if (!isAnsweredOrRefused(answer)) {
                wrong.add("request " + i + ": " + request + "\n→ " + answer);
            }
        }
        System.out.println("hostile requests, idem.fuzz.seed=" + seed + ": " + statuses);
        assertThat(wrong).as("answers that are none, idem.fuzz.seed=%d", seed).isEmpty();

        Purchase honest = new Purchase(client, UUID.randomUUID().toString());
        assertThat(honest.submit("10").status()).isEqualTo(201);
        assertThat(honest.effects()).isEqualTo(Effects.ORDERED_ONCE);
    }

    private static boolean isAnsweredOrRefused(Answer answer) {
        boolean refused = answer.status() >= 400 && answer.status() < 500;
        return answer.status() / 100 == 2 || (refused && answer.isProblem(answer.status()));
    }
}
