package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.scenario.effect.Payments;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A node killed (SIGKILL) after an effect outside the database, before it could say so, and the next node. */
class EffectCrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database =
            ListenerWar.prepared(PostgresDatabase.shared().newDatabase());
    private final OperatorRows rows = new OperatorRows(database);
    private final HttpClient http = HttpClient.newHttpClient();
    private final String id = "key-" + UUID.randomUUID();

    @Test
    @DisplayName("scenarios 43, 55, 113: a node killed between effect and completion: the outcome is unknown, and no"
            + " other node runs it")
    void killedRunIsUnknownAndDoesNotRunAgain() throws Exception {
        CompletableFuture<HttpResponse<String>> first;
        try (PayaraMicro dying = node()) {
            first = http.sendAsync(pay(dying), HttpResponse.BodyHandlers.ofString());
            eventually(() -> assertThat(dying.log()).contains("waits: " + id));
            assertThat(rows.state("payments.pay", id)).isEqualTo("IN_PROGRESS");
        }
        assertThat(rows.effects(id)).isEqualTo(1);
        rows.open(id);

        try (PayaraMicro next = node()) {
            eventually(() -> assertThat(rows.state("payments.pay", id)).isEqualTo("OUTCOME_UNKNOWN"));
            assertThat(answer(next)).contains("outcome-unknown");
            assertThat(next.log()).contains("IDEM-0211").doesNotContain("waits: " + id);
        }
        assertThat(first).isCompletedExceptionally();
        assertThat(rows.effects(id)).isEqualTo(1);
    }

    private String answer(PayaraMicro node) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(pay(node), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(409);
        return answer.body();
    }

    private HttpRequest pay(PayaraMicro node) {
        return HttpRequest.newBuilder(node.uri("paying/api/payments/" + id))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private PayaraMicro node() {
        return PayaraMicro.setup()
                .property("idem.external.sweep", "PT0.2S")
                .start(ShrinkWrap.create(WebArchive.class, "paying.war")
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
