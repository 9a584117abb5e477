package dev.idem.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The HTTP contract of what other systems and timers send: deduplication table, distributed lock, guarded synchronisation. */
@ExtendWith(OneDemo.class)
class EventTechniquesIT {

    private static final int STORM = 20;

    private final DemoClient client;
    private final String id = UUID.randomUUID().toString();

    EventTechniquesIT(DemoSystem system) {
        this.client = system.client();
    }

    @Test
    @DisplayName("a failure takes the record along, the next delivery adds the points, once (scenario 36)")
    void pointsAreAddedOnceThoughTheFirstAttemptFails() {
        String event = "{\"eventId\":\"" + id + "\",\"userId\":\"" + id + "\",\"points\":5}";
        client.order("points", "{\"mode\":\"fail\",\"times\":1}");

        assertThat(client.post("/points", event).isProblem(500)).isTrue();
        assertThat(client.get("/points/" + id).body()).isEqualTo("{\"points\":0,\"userId\":\"" + id + "\"}");
        Answers.assertAllEqual(client.postAtOnce(STORM, "/points", event), 200);

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

    private String change(String name, int version) {
        return client.put("/customers/" + id, "{\"name\":\"" + name + "\",\"version\":" + version + "}")
                .body();
    }

    private String customer(String name, int version) {
        return "{\"customerId\":\"" + id + "\",\"name\":\"" + name + "\",\"version\":" + version + "}";
    }
}
