package dev.idem.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.sample.Listener;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker of the tests, alone and with a message-driven bean. */
class ArtemisBrokerIT {

    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private ArtemisBroker broker;

    @SuppressWarnings("NullAway.Init")
    private ArtemisClient client;

    @BeforeEach
    void start() {
        broker = ArtemisBroker.start(Path.of("target", "artemis-" + UUID.randomUUID()));
        client = new ArtemisClient(broker.port());
    }

    @AfterEach
    void stop() {
        ProcessHandle process = broker.process();
        broker.close();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void messageSurvivesTheDeathOfTheBroker() {
        client.send("kept", "first");
        broker.restart();
        client.send("kept", "second");

        assertThat(client.texts("kept")).containsExactly("first", "second");
    }

    @Test
    void listenerReceivesBeforeAndAfterTheDeathOfTheBroker() {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "smoke.war").addPackage(Listener.class.getPackage());
        try (PayaraMicro payara = PayaraMicro.setup().broker(broker).start(war)) {
            client.send("smoke", "first");
            awaitReceived(payara, "first");
            awaitAcknowledged();

            broker.restart();
            client.send("smoke", "second");
            awaitReceived(payara, "first,second");

            client.send("smoke", "poison");
            Awaitility.await().atMost(LONGEST_DELIVERY).until(() -> client.texts(ArtemisBroker.DEAD_LETTERS)
                    .contains("poison"));
        }
    }

    private void awaitReceived(PayaraMicro payara, String texts) {
        Awaitility.await().atMost(LONGEST_DELIVERY).untilAsserted(() -> assertThat(received(payara))
                .isEqualTo(texts));
    }

    /** Else the broker dies with a commit under way, which the server tries again a minute later. */
    private void awaitAcknowledged() {
        Awaitility.await().atMost(LONGEST_DELIVERY).until(() -> client.pending("smoke") == 0);
    }

    private String received(PayaraMicro payara) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(payara.uri("smoke/received")).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
