package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Digest;
import dev.idem.engine.RecordKey;
import dev.idem.scenario.dying.Payments;
import dev.idem.testing.Library;
import dev.idem.testing.PayaraMicro;
import dev.idem.testing.PostgresDatabase;
import dev.idem.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A node killed (SIGKILL) while it carries out two replays and two effects outside the database, and the next node. The tests
 * stand in the order in which things happen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodeCrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database =
            ListenerWar.prepared(PostgresDatabase.shared().newDatabase());
    private final OperatorRows rows = new OperatorRows(database);
    private final HttpClient http = HttpClient.newHttpClient();
    private final String inBody = parked("body");
    private final String afterCommit = parked("commit");
    private final String payment = "payment-" + UUID.randomUUID();

    @SuppressWarnings("NullAway.Init")
    private String replayInBody;

    @SuppressWarnings("NullAway.Init")
    private String replayAfterCommit;

    @SuppressWarnings("NullAway.Init")
    private String token;

    @SuppressWarnings("NullAway.Init")
    private CompletableFuture<HttpResponse<String>> lost;

    @SuppressWarnings("NullAway.Init")
    private PayaraMicro next;

    @BeforeAll
    void kill() throws Exception {
        try (PayaraMicro dying = node()) {
            replayInBody = rows.replay("held.buy", inBody);
            replayAfterCommit = rows.replay("held.buy", afterCommit);
            token = answer(dying, payment + "/form").body();
            lost = http.sendAsync(post(dying, payment), HttpResponse.BodyHandlers.ofString());
            http.sendAsync(post(dying, payment + "/form/" + token), HttpResponse.BodyHandlers.ofString());
            eventually(() -> assertThat(dying.log())
                    .contains(
                            "waits: " + inBody,
                            "waits: " + afterCommit,
                            "waits: " + payment,
                            "waits: form of " + payment));
        }
    }

    @AfterAll
    void stop() {
        if (next != null) {
            next.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("scenarios 55, 117: what a dead node leaves is what it committed")
    void deadNodeLeavesWhatItCommitted() {
        assertThat(lost).as("the answer").failsWithin(PATIENCE);
        assertThat(rows.state("held.buy", inBody)).isEqualTo("POISON");
        assertThat(rows.effects(inBody)).isZero();
        assertThat(rows.state("held.buy", afterCommit)).isEqualTo("COMPLETED");
        assertThat(rows.request(replayInBody)).isEqualTo("RUNNING");
        assertThat(rows.request(replayAfterCommit)).isEqualTo("RUNNING");
        assertThat(rows.state("payments.pay", payment)).isEqualTo("IN_PROGRESS");
        assertThat(rows.effects(payment)).isEqualTo(1);
        assertThat(rows.state("payments.submit", submission())).isEqualTo("IN_PROGRESS");
        assertThat(rows.effects("form of " + payment)).isZero();
    }

    @Test
    @Order(2)
    @DisplayName("scenario 117: a worker killed before the effect, or before it reported one: another node takes over,"
            + " the effect is one")
    void killedWorkerIsReplaced() {
        rows.open(inBody);
        rows.open(afterCommit);
        rows.open(payment);

        next = node();

        eventually(() -> assertThat(rows.request(replayInBody)).isEqualTo("DONE SUCCEEDED: completed"));
        eventually(() -> assertThat(rows.request(replayAfterCommit)).isEqualTo("DONE SUCCEEDED: completed"));
        assertThat(next.log()).contains("waits: " + inBody).doesNotContain("waits: " + afterCommit);
        assertThat(rows.effects(inBody)).isEqualTo(1);
        assertThat(rows.effects(afterCommit)).isEqualTo(1);
    }

    @Test
    @Order(3)
    @DisplayName(
            "scenarios 43, 55, 101, 113: a node killed between claim and effect, and between effect and completion:"
                    + " the outcomes are unknown, the token stays used, and no other node runs them")
    void killedRunsAreUnknownAndDoNotRunAgain() throws Exception {
        eventually(() -> assertThat(rows.state("payments.pay", payment)).isEqualTo("OUTCOME_UNKNOWN"));
        eventually(() -> assertThat(rows.state("payments.submit", submission())).isEqualTo("OUTCOME_UNKNOWN"));

        assertUnknown(answer(next, payment));
        assertUnknown(answer(next, payment + "/form/" + token));

        assertThat(next.log()).contains("IDEM-0211").doesNotContain("waits: " + payment, "waits: form of " + payment);
        assertThat(rows.effects(payment)).isEqualTo(1);
        assertThat(rows.effects("form of " + payment)).isZero();
        assertThat(rows.usedAt(Digest.ofTexts(token))).isNotEqualTo("none");
    }

    private static void assertUnknown(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("outcome-unknown");
    }

    private String submission() {
        return Digest.ofTexts(token).hex();
    }

    private HttpResponse<String> answer(PayaraMicro node, String path) throws IOException, InterruptedException {
        return http.send(post(node, path), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest post(PayaraMicro node, String path) {
        return HttpRequest.newBuilder(node.uri("dying/api/payments/" + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    /** As a call that failed too often. */
    private String parked(String where) {
        String id = where + "-" + UUID.randomUUID();
        rows.park(RecordKey.of("dying", "held.buy", "", id), "[\"" + id + "\",\"" + where + "\"]");
        return id;
    }

    private PayaraMicro node() {
        return PayaraMicro.setup()
                .property("idem.replay.poll", "PT0.2S")
                .property("idem.replay.lease", "PT3S")
                .property("idem.external.sweep", "PT0.2S")
                .start(ShrinkWrap.create(WebArchive.class, "dying.war")
                        .addPackage(Payments.class.getPackage())
                        .addAsLibrary(Library.jar())
                        .addAsLibraries(Library.dependencies())
                        .addAsLibraries(ScenarioWar.jarsOf(PGSimpleDataSource.class))
                        .addAsWebInfResource("scenario/beans.xml", "beans.xml")
                        .setWebXML(new StringAsset(ScenarioWar.webXml(database))));
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(assertion);
    }
}
