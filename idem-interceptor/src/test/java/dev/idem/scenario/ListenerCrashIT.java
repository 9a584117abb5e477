package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.ArtemisBroker;
import dev.idem.testing.ArtemisClient;
import dev.idem.testing.PayaraMicro;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes, one PostgreSQL and one broker, of which one after the other dies. The tests stand in the order of deaths. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ListenerCrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestDatabase database =
            ListenerWar.prepared(PostgresDatabase.shared().newDatabase());
    private final ListenerRows rows = new ListenerRows(database);
    private final List<PayaraMicro> nodes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ArtemisBroker broker;

    @SuppressWarnings("NullAway.Init")
    private ArtemisClient client;

    @BeforeAll
    void start() {
        broker = ArtemisBroker.start(Path.of("target", "crash-" + UUID.randomUUID()));
        client = new ArtemisClient(broker.port());
        Stream.generate(() -> CompletableFuture.supplyAsync(this::node))
                .limit(2)
                .toList()
                .forEach(starting -> nodes.add(starting.join()));
    }

    private PayaraMicro node() {
        return PayaraMicro.setup().broker(broker).start(ListenerWar.on(database));
    }

    @AfterAll
    void stop() {
        nodes.forEach(PayaraMicro::close);
        broker.close();
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(assertion);
    }

    private void open(String gate) {
        database.execute("insert into gate (name) values ('" + gate + "')");
    }

    @Test
    @Order(1)
    @DisplayName("scenario 99: a message that both nodes get has one effect")
    void messageThatBothNodesGetHasOneEffect() {
        List<String> ids = ids(10);
        ids.forEach(id -> client.publish("broadcast", "paid " + id, Map.of("orderId", id)));

        eventually(() -> assertThat(nodes).allSatisfy(node -> assertThat(ids)
                .allSatisfy(id -> assertThat(node.log()).contains("delivered paid " + id))));
        eventually(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(rows.effects("paid " + id)).isEqualTo(1)));
    }

    @Test
    @Order(2)
    @DisplayName("scenarios 27, 97: a node killed inside onMessage leaves nothing, the other one gets the message")
    void messageOfAKilledNodeComesAgain() {
        String id = UUID.randomUUID().toString();
        String text = "stuck " + id;
        client.send("orders", text, Map.of("Idempotency_Key", id));
        eventually(() ->
                assertThat(nodes).anySatisfy(node -> assertThat(node.log()).contains("waits: " + text)));
        PayaraMicro holder = nodes.stream()
                .filter(node -> node.log().contains("waits: " + text))
                .findFirst()
                .orElseThrow();

        nodes.remove(holder);
        holder.close();
        assertThat(rows.state("listener.order", id)).isEqualTo("none");
        open(text);

        eventually(() -> assertThat(rows.state("listener.order", id)).isEqualTo("COMPLETED"));
        assertThat(rows.effects(text)).isEqualTo(1);
        assertThat(nodes).singleElement().satisfies(node -> assertThat(node.log())
                .contains("waits: " + text));
    }

    /** Nothing is being committed when the broker dies: else Payara tries that commit again a minute later. */
    @Test
    @Order(3)
    @DisplayName(
            "scenario 100: a broker killed at work, and a producer that sends all again, leave one effect of each event")
    void effectsOutliveTheBroker() {
        List<String> ids = ids(30);
        ids.forEach(this::sendStuck);
        eventually(() ->
                assertThat(ids).anySatisfy(id -> assertThat(nodes.get(0).log()).contains("waits: stuck " + id)));
        broker.restart();
        ids.forEach(this::sendStuck);
        ids.forEach(id -> open("stuck " + id));

        eventually(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(rows.effects("stuck " + id)).isEqualTo(1)));
        eventually(() -> assertThat(client.pending("orders")).isZero());
        assertThat(ids).allSatisfy(id -> assertThat(rows.effects("stuck " + id)).isEqualTo(1));
        assertThat(ids).allSatisfy(id -> assertThat(client.texts(ArtemisBroker.DEAD_LETTERS))
                .doesNotContain("stuck " + id));
    }

    private void sendStuck(String id) {
        client.send("orders", "stuck " + id, Map.of("Idempotency_Key", id));
    }

    private static List<String> ids(int number) {
        return IntStream.range(0, number)
                .mapToObj(any -> UUID.randomUUID().toString())
                .toList();
    }
}
