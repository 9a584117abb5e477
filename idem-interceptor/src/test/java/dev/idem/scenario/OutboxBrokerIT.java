package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.ArtemisBroker;
import dev.idem.testing.ArtemisClient;
import dev.idem.testing.PayaraMicro;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The outbox with a real broker, when the server or the broker dies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxBrokerIT {

    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final TestDatabase database = PostgresDatabase.shared().newDatabase();
    private final WebArchive war = ScenarioWar.sending(database);
    private final String payment = "payment-" + UUID.randomUUID();

    @SuppressWarnings("NullAway.Init")
    private ArtemisBroker broker;

    @SuppressWarnings("NullAway.Init")
    private PayaraMicro server;

    @BeforeAll
    void start() {
        broker = ArtemisBroker.start(Path.of("target", "artemis-" + UUID.randomUUID()));
        startServer();
    }

    private void startServer() {
        server = PayaraMicro.setup().broker(broker).start(war);
    }

    @AfterAll
    void stop() {
        server.close();
        broker.close();
    }

    @Test
    @DisplayName("in quiet life a message is delivered once, with its headers, and has one effect")
    void deliversOnce() throws Exception {
        settle("quiet");
        settle("quiet");

        awaitCoupon("quiet");

        assertThat(details("delivery", "quiet")).hasSize(1);
        assertThat(details("properties", "quiet"))
                .containsExactly("acme text/plain payment.succeeded " + name("quiet"));
        Awaitility.await().untilAsserted(() -> assertThat(outbox("quiet")).containsExactly("SENT"));
    }

    @Test
    @DisplayName("a message to a topic reaches all who listen, as one message")
    void topicReachesAll() throws Exception {
        announce("topic", 0);

        Awaitility.await().atMost(LONGEST).untilAsserted(() -> assertThat(details("news", "topic"))
                .hasSize(2));
        assertThat(details("news", "topic").stream().distinct())
                .as("message ids")
                .hasSize(1);
    }

    @Test
    @DisplayName("messages of one ordering key are consumed in their order, though the listener has many threads")
    void orderingKeyKeepsTheOrder() throws Exception {
        announce("ordered", 30);

        Awaitility.await().atMost(LONGEST).untilAsserted(() -> assertThat(details("step", "ordered"))
                .hasSize(30));
        assertThat(details("step", "ordered").stream().sorted().map(arrival -> arrival.substring(4)))
                .containsExactlyElementsOf(IntStream.range(0, 30)
                        .mapToObj(step -> step + " " + name("ordered"))
                        .toList());
    }

    @Test
    @DisplayName("scenario 119: killed after a send and before the next, the first is sent twice and has one effect,"
            + " the other is sent once")
    void killedBetweenTwoSends() throws Exception {
        killedBetween("late", "early");
        assertThat(outbox("late")).containsExactly("PENDING");
        assertThat(outbox("early")).containsExactly("PENDING");
        assertThat(details("payment", "early")).as("the business commit").hasSize(1);
        assertThat(details("delivery", "early")).isEmpty();

        startServer();

        Awaitility.await().atMost(LONGEST).untilAsserted(() -> assertThat(
                        details("delivery", "late").stream().distinct())
                .as("messages of the broker")
                .hasSize(2));
        awaitCoupon("late");
        awaitCoupon("early");
        assertThat(details("delivery", "early")).hasSize(1);
        Awaitility.await().untilAsserted(() -> assertThat(outbox("late")).containsExactly("SENT"));
    }

    @Test
    @DisplayName("while the broker is dead messages wait, told once; when it is back they arrive")
    void brokerIsKilled() throws Exception {
        settle("warm");
        awaitCoupon("warm");
        awaitAcknowledged();
        int warnings = warnings();
        broker.kill();

        for (int i = 0; i < 5; i++) {
            settle("outage" + i);
        }
        Awaitility.await().atMost(LONGEST).untilAsserted(() -> assertThat(warnings())
                .isEqualTo(warnings + 1));
        assertThat(outbox("outage4")).containsExactly("PENDING");
        broker.restart();

        for (int i = 0; i < 5; i++) {
            awaitCoupon("outage" + i);
        }
        assertThat(warnings()).as("told once").isEqualTo(warnings + 1);
        assertThat(server.log()).contains("outbox sender halting can be used again");
    }

    @Test
    @DisplayName("a broker that hangs is an outage too: told once, and counted against no message")
    void brokerHangs() throws Exception {
        settle("fluent");
        awaitCoupon("fluent");
        awaitAcknowledged();
        int warnings = warnings();
        broker.suspend();

        settle("hanging");
        Awaitility.await().atMost(LONGEST).untilAsserted(() -> assertThat(warnings())
                .isEqualTo(warnings + 1));
        assertThat(column("select attempts from idem_outbox where payload = '" + name("hanging") + "'"))
                .containsExactly("0");
        broker.resume();

        awaitCoupon("hanging");
        Awaitility.await().atMost(LONGEST).untilAsserted(() -> assertThat(outbox("hanging"))
                .containsExactly("SENT"));
    }

    /** The answer may be lost with the process. */
    private void killedBetween(String first, String second) throws InterruptedException {
        try {
            get("sending/settle?id=" + name(first) + "&next=" + name(second));
        } catch (IOException lost) {
            assertThat(lost).isNotNull();
        }
        Awaitility.await().atMost(LONGEST).until(() -> !server.isAlive());
    }

    private void settle(String name) throws IOException, InterruptedException {
        get("sending/settle?id=" + name(name));
    }

    private void announce(String name, int steps) throws IOException, InterruptedException {
        get("sending/settle?id=" + name(name) + "&steps=" + steps);
    }

    private void get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri(path)).build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(204);
    }

    private String name(String name) {
        return payment + "-" + name;
    }

    private void awaitCoupon(String name) {
        Awaitility.await().atMost(LONGEST).untilAsserted(() -> assertThat(details("coupon", name))
                .hasSize(1));
    }

    /** Else the broker stops with a commit under way, which the server tries again a minute later. */
    private void awaitAcknowledged() {
        ArtemisClient client = new ArtemisClient(broker.port());
        Awaitility.await().atMost(LONGEST).until(() -> client.pending("coupons") == 0);
    }

    private List<String> details(String kind, String name) {
        return column("select detail from happened where kind = '" + kind + "' and name = '" + name(name) + "'");
    }

    private List<String> outbox(String name) {
        return column("select state from idem_outbox where payload = '" + name(name) + "'");
    }

    private List<String> column(String query) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int warnings() {
        return (int)
                Pattern.compile("IDEM-0502").matcher(server.log()).results().count();
    }
}
