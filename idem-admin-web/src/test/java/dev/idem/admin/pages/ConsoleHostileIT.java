package dev.idem.admin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.admin.testing.ApiClient;
import dev.idem.admin.testing.Console;
import dev.idem.admin.testing.ConsoleClient;
import dev.idem.admin.testing.HostileCalls;
import dev.idem.admin.testing.HostileCalls.Call;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The console under calls that somebody makes up who may do much. {@code -Didem.fuzz.seed=} sends those of an earlier run
 * again.
 */
class ConsoleHostileIT extends ApiFixture {

    private static final int MOST = 2_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    ConsoleHostileIT(Console console) {
        super(console);
    }

    @Test
    void everyCallOfTheApiIsAnsweredOrRefusedAsAProblem() {
        seed.user("hostile", "OPERATOR,EDITOR,AUDITOR");
        String parked = seed.record("hostile", "hostile-1", "POISON", 1);
        seed.attempt(parked, "hostile", "java.lang.IllegalStateException", "x");
        List<String> ids = List.of(
                parked,
                seed.record("hostile", "hostile-2", "COMPLETED", 1),
                seed.token("hostile", "hostile", "hostile-carol", 1),
                seed.run("DRAFT", "PLANNED", List.of(parked)));
        ApiClient hostile = ApiClient.as(server, "hostile");
        long number = Long.getLong("idem.fuzz.seed", new Random().nextLong());
        HostileCalls calls = new HostileCalls(document(), ids, new Random(number));
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> wrong = new ArrayList<>();

        long start = System.nanoTime();
        for (int i = 1; i <= MOST && System.nanoTime() - start < LONGEST.toNanos(); i++) {
            Call call = calls.next();
            HttpResponse<String> answer = hostile.send(call.method(), call.path(), call.type(), call.body());
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            if (!isAnsweredOrRefused(answer)) {
                wrong.add("call " + i + ": " + call + "\n→ " + answer.statusCode() + " " + answer.body());
            }
        }

        System.out.println("hostile calls, idem.fuzz.seed=" + number + ": " + statuses);
        assertThat(wrong).as("answers that are none, idem.fuzz.seed=%d", number).isEmpty();
        assertThat(statuses.keySet()).contains(200, 400, 404, 422);
        assertThat(ConsoleClient.as(server, "viewer").get("/ui/dashboard").statusCode())
                .isEqualTo(200);
    }

    private static boolean isAnsweredOrRefused(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return answer.statusCode() / 100 == 2
                || (answer.statusCode() / 100 == 4 && type.startsWith("application/problem+json"));
    }
}
