package dev.idem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Digest;
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
    @DisplayName(
            "scenarios 43, 55, 101, 113: a node killed between claim and effect, and between effect and completion:"
                    + " the outcomes are unknown, the token stays used, and no other node runs them")
    void killedRunsAreUnknownAndDoNotRunAgain() throws Exception {
        CompletableFuture<HttpResponse<String>> paying;
        String token;
        try (PayaraMicro dying = node()) {
            token = answer(dying, id + "/form").body();
            paying = http.sendAsync(post(dying, id), HttpResponse.BodyHandlers.ofString());
            http.sendAsync(post(dying, id + "/form/" + token), HttpResponse.BodyHandlers.ofString());
            eventually(() -> assertThat(dying.log()).contains("waits: " + id, "waits: form of " + id));
            assertThat(rows.state("payments.pay", id)).isEqualTo("IN_PROGRESS");
            assertThat(rows.state("payments.submit", Digest.ofTexts(token).hex()))
                    .isEqualTo("IN_PROGRESS");
        }
        assertThat(rows.effects(id)).isEqualTo(1);
        rows.open(id);

        try (PayaraMicro next = node()) {
            eventually(() -> assertThat(rows.state("payments.pay", id)).isEqualTo("OUTCOME_UNKNOWN"));
            eventually(() -> assertThat(
                            rows.state("payments.submit", Digest.ofTexts(token).hex()))
                    .isEqualTo("OUTCOME_UNKNOWN"));
            assertUnknown(answer(next, id));
            assertUnknown(answer(next, id + "/form/" + token));
            assertThat(next.log()).contains("IDEM-0211").doesNotContain("waits: ");
        }
        assertThat(paying).isCompletedExceptionally();
        assertThat(rows.effects(id)).isEqualTo(1);
        assertThat(rows.effects("form of " + id)).isZero();
        assertThat(rows.usedAt(Digest.ofTexts(token))).isNotEqualTo("none");
    }

    private static void assertUnknown(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("outcome-unknown");
    }

    private HttpResponse<String> answer(PayaraMicro node, String path) throws IOException, InterruptedException {
        return http.send(post(node, path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest post(PayaraMicro node, String path) {
        return HttpRequest.newBuilder(node.uri("paying/api/payments/" + path))
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
